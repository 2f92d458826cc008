import type { CommandResult } from '../../agent-contract';
import { atLeast } from '../cilium-version';
import { layOut } from '../go/tabwriter';
import { parseGoDuration } from '../go/duration';
import type { HealthDetails } from '../output/format-cluster-health';
import { formatClusterHealth, formatHealthDisabled } from '../output/format-cluster-health';
import { formatModulesHealth } from '../output/format-modules-health';
import { formatStatus } from '../output/format-status';
import { formatStatusBrief } from '../output/format-status-brief';
import type { StatusDetails } from '../output/status-details';
import type { StatusResponse } from '../output/status-response';
import { healthzAnswer } from '../status/healthz-answer';
import type { AgentAPI } from './agent-api';
import type { FlagSpec } from './flags';
import { parseFlags } from './flags';
import { printOutput } from './output-option';
import { connectionError, failed } from './unreachable';
import { commandHelp, flagProblem } from './usage';

const switches = ['addresses', 'clusters', 'controllers', 'health', 'nodes', 'redirects'];

const flags: FlagSpec[] = [
  ...switches.map((name): FlagSpec => ({ name: `all-${name}`, takes: 'switch' })),
  { name: 'brief', takes: 'switch' },
  { name: 'output', short: 'o', takes: 'text' },
  { name: 'timeout', takes: 'duration' },
  { name: 'verbose', takes: 'switch' },
];

const connectivityFlag: FlagSpec = { name: 'require-k8s-connectivity', takes: 'switch' };

function isUnhealthy({ cilium }: StatusResponse): boolean {
  return cilium !== undefined && cilium.state !== 'Ok' && cilium.state !== 'Disabled';
}

/** Prints what follows the status of an agent that is well; the client asks for it if the health controller runs. */
function healthSections({ controllers }: StatusResponse, agent: AgentAPI, asked: HealthDetails): string {
  const { version } = agent;
  const enabled = (controllers ?? []).some(({ name }) => name === 'cilium-health-ep');
  if (!enabled) return formatHealthDisabled(version);
  const { verbose } = asked;
  const allHealth = verbose || asked.allHealth;
  const details = { verbose, allHealth, allNodes: verbose || asked.allNodes };
  return (
    formatClusterHealth(agent.health(), details, version) +
    formatModulesHealth(agent.modules(), allHealth, version)
  );
}

/** Runs `cilium status` with its flags (cilium-dbg/cmd/status.go, v1.10 to main). */
export function runStatus(args: readonly string[], agent: AgentAPI): CommandResult {
  const { version } = agent;
  const connectivity = atLeast(version, 17) || atLeast(version, 16, 10);
  const own = connectivity ? [...flags, connectivityFlag] : flags;
  const { values, problem } = parseFlags(args, own, version);
  if (problem !== null) return flagProblem('status', problem, version);
  if (values.get('help') === 'true') return commandHelp('status', version);
  const isOn = (name: string): boolean => values.get(name) === 'true';
  const socket = agent.socket();
  if (socket === 'missing' || socket === 'refused') {
    if (isOn('brief')) return failed('cilium: daemon unreachable\n');
    return failed(`${connectionError('healthz', socket, version)}\n`);
  }
  const timeoutNs = parseGoDuration(values.get('timeout') ?? '30s');
  // 0 means no limit to the client; the modelled agent answers within a few milliseconds.
  if (timeoutNs > 0 && timeoutNs < 5e6) return failed('Cilium API client timeout exceeded\n');

  const response = healthzAnswer(agent, {
    brief: isOn('brief'),
    requireK8sConnectivity: !connectivity || values.get('require-k8s-connectivity') !== 'false',
  });
  const output = values.get('output');
  if (output !== undefined) return printOutput(output, response);
  const unhealthy = isUnhealthy(response);
  if (isOn('brief')) return { stdout: formatStatusBrief(response), stderr: '', exitCode: unhealthy ? 1 : 0 };

  const verbose = isOn('verbose');
  const details: StatusDetails = {
    allAddresses: verbose || isOn('all-addresses'),
    allControllers: verbose || isOn('all-controllers'),
    allRedirects: verbose || isOn('all-redirects'),
    allClusters: verbose || isOn('all-clusters'),
    verbose,
  };
  const text =
    formatStatus(response, details, version, agent.nowMs()) +
    (unhealthy
      ? ''
      : healthSections(response, agent, {
          verbose,
          allHealth: isOn('all-health'),
          allNodes: isOn('all-nodes'),
        }));
  return { stdout: layOut(text, { minWidth: 2, padding: 3 }), stderr: '', exitCode: unhealthy ? 1 : 0 };
}
