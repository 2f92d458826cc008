import { readSettings } from '../settings/agent-settings';
import { mergeLayers } from '../settings/config-layers';
import { selectedNames } from './selected-names';
import type { HandWork } from './plan';
import type { PlannedAgent } from './planned-rules';

type Work = HandWork & { isNeeded: (planned: PlannedAgent, changed: ReadonlySet<string>) => boolean };

const settingsOf = ({ agent, layers }: PlannedAgent) => readSettings(mergeLayers(layers), agent.version);

const startsDSR = (planned: PlannedAgent, changed: ReadonlySet<string>): boolean =>
  changed.has('bpf-lb-mode') && settingsOf(planned).forwardingMode !== 'snat';

const startsXDP = (planned: PlannedAgent, changed: ReadonlySet<string>): boolean =>
  changed.has('bpf-lb-acceleration') && ['native', 'best-effort'].includes(settingsOf(planned).acceleration);

const isAWS = ({ agent, layers }: PlannedAgent): boolean =>
  settingsOf({ agent, layers }).ipam === 'eni' || /\.(?:ec2|compute)\.internal$/.test(agent.node);

/** What the cloud and the nodes need, which no key of Cilium does (cilium-config.md 3.1 and 3.2). */
function works(device: string): Work[] {
  return [
    {
      title: 'Turn the source/destination check off',
      why: 'With DSR a backend’s node answers under the address of the Service. On AWS the check is on for each instance and drops such replies; other clouds have a check of their own.',
      command: 'aws ec2 modify-instance-attribute --instance-id INSTANCE --no-source-dest-check',
      isNeeded: startsDSR,
    },
    {
      title: 'Leave room in the MTU',
      why: 'DSR adds to packets: an IP option, or an outer header with Geneve and IPIP. TCP carries it in the first packet alone, UDP in every one; hybrid keeps UDP on SNAT for that reason.',
      command: null,
      isNeeded: startsDSR,
    },
    {
      title: 'Open UDP 6081 between the nodes',
      why: 'Geneve travels in it, in native routing as well. Security groups and firewalls between nodes must let it pass.',
      command: null,
      isNeeded: (planned, changed) => {
        const { dispatch, forwardingMode, tunnelProtocol } = settingsOf(planned);
        const starts = ['bpf-lb-mode', 'bpf-lb-dsr-dispatch', 'tunnel-protocol'].some((key) =>
          changed.has(key),
        );
        return (
          starts && (tunnelProtocol === 'geneve' || (forwardingMode !== 'snat' && dispatch === 'geneve'))
        );
      },
    },
    {
      title: 'Lower the MTU of the device to 3498 at most',
      why: 'The ENA driver of AWS takes a native XDP program only below that. A reboot of the node undoes it: put it into the launch template.',
      command: `ip link set dev ${device} mtu 3498`,
      isNeeded: (planned, changed) => startsXDP(planned, changed) && isAWS(planned),
    },
    {
      title: 'Halve the queues of the device',
      why: 'ENA needs as many queues for XDP as for traffic: at most half of them may be in use.',
      command: `ethtool -l ${device}   # read the maximum\nethtool -L ${device} combined HALF`,
      isNeeded: (planned, changed) => startsXDP(planned, changed) && isAWS(planned),
    },
    {
      title: 'See that the driver takes XDP programs',
      why: 'With native every selected device must take one, or the agent of that node does not start. Azure needs Accelerated Networking and LRO off.',
      command: `ethtool -i ${device}`,
      isNeeded: (planned, changed) => startsXDP(planned, changed) && !isAWS(planned),
    },
    {
      title: 'Move Services whose node port falls outside',
      why: 'The range of the API server (--service-node-port-range) is set there, not here; the two should agree.',
      command: 'kubectl get services -A',
      isNeeded: (_planned, changed) => changed.has('node-port-range'),
    },
  ];
}

/** Gives what a person has to do beside the change, on at least one of the nodes. */
export function handWork(agents: readonly PlannedAgent[], changed: ReadonlySet<string>): HandWork[] {
  const names = new Set(agents.flatMap(({ agent }) => selectedNames(agent)));
  const [only] = names;
  const device = names.size === 1 && only !== undefined ? only : 'DEVICE';
  return works(device).flatMap(({ isNeeded, ...work }) =>
    agents.some((planned) => isNeeded(planned, changed)) ? [work] : [],
  );
}
