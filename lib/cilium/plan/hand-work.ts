import { readSettings } from '../settings/agent-settings';
import { mergeLayers } from '../settings/config-layers';
import { cloudOf } from './cloud-of';
import { accelerationWork, addressWork } from './cloud-work';
import type { HandWork } from './plan';
import type { PlannedAgent } from './planned-rules';
import { selectedNames } from './selected-names';

type Changed = ReadonlySet<string>;

const settingsOf = ({ agent, layers }: PlannedAgent) => readSettings(mergeLayers(layers), agent.version);

function startsDSR(planned: PlannedAgent, changed: Changed): boolean {
  return changed.has('bpf-lb-mode') && settingsOf(planned).forwardingMode !== 'snat';
}

function startsXDP(planned: PlannedAgent, changed: Changed): boolean {
  return (
    changed.has('bpf-lb-acceleration') && ['native', 'best-effort'].includes(settingsOf(planned).acceleration)
  );
}

/** What a dispatch adds to a packet, in bytes of IPv4 and IPv6 (cilium-datapath.md, DSR). */
const added: Readonly<Record<string, string>> = {
  opt: '8 bytes to an IPv4 packet and 24 to an IPv6 one',
  geneve: '50 bytes around the packet and 12 more with the address',
  ipip: '20 bytes around an IPv4 packet and 40 around an IPv6 one',
};

function mtuWork(dispatch: string, device: string): HandWork {
  return {
    title: 'Leave room in the MTU',
    why: `DSR by ${dispatch} adds ${added[dispatch] ?? 'to packets'}. TCP carries it in the first packet alone, UDP in every one; hybrid keeps UDP on SNAT for that reason. Try between two nodes whether what a full packet becomes still passes:`,
    command: `ip link show dev ${device}   # read the MTU\nping -M do -s SIZE NODE   # SIZE: the MTU without 28`,
  };
}

const geneveWork: HandWork = {
  title: 'Open UDP 6081 between the nodes',
  why: 'Geneve travels in it, in native routing as well. Security groups and firewalls between nodes must let it pass.',
  command: null,
};

const rangeWork: HandWork = {
  title: 'Move Services whose node port falls outside',
  why: 'The range of the API server (--service-node-port-range) is set there, not here; the two should agree.',
  command: 'kubectl get services -A',
};

function startsGeneve(planned: PlannedAgent, changed: Changed): boolean {
  const { dispatch, forwardingMode, tunnelProtocol } = settingsOf(planned);
  const starts = ['bpf-lb-mode', 'bpf-lb-dsr-dispatch', 'tunnel-protocol'].some((key) => changed.has(key));
  return starts && (tunnelProtocol === 'geneve' || (forwardingMode !== 'snat' && dispatch === 'geneve'));
}

/** Gives what a person has to do in the clouds and on the nodes of a plan, which no key of Cilium does (cilium-config.md 3.1, 3.2). */
export function handWork(agents: readonly PlannedAgent[], changed: Changed): HandWork[] {
  const names = new Set(agents.flatMap(({ agent }) => selectedNames(agent)));
  const [only] = names;
  const device = names.size === 1 && only !== undefined ? only : 'DEVICE';
  const dsr = agents.filter((planned) => startsDSR(planned, changed));
  const xdp = agents.filter((planned) => startsXDP(planned, changed));
  const clouds = (some: readonly PlannedAgent[]) => [...new Set(some.map(cloudOf))].sort();
  const dispatches = [...new Set(dsr.map((planned) => settingsOf(planned).dispatch))];
  return [
    ...clouds(dsr).map((cloud) => addressWork[cloud]),
    ...dispatches.map((dispatch) => mtuWork(dispatch, device)),
    ...(agents.some((planned) => startsGeneve(planned, changed)) ? [geneveWork] : []),
    ...clouds(xdp).flatMap((cloud) => accelerationWork(device)[cloud]),
    ...(changed.has('node-port-range') ? [rangeWork] : []),
  ];
}
