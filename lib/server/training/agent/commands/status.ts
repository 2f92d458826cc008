import type { CommandResult } from '../../agent-contract';
import { atLeast } from '../cilium-version';
import { layOut } from '../go/tabwriter';
import { parseGoDuration } from '../go/duration';
import { formatClusterHealth } from '../output/format-cluster-health';
import { formatModulesHealth } from '../output/format-modules-health';
import { formatStatus } from '../output/format-status';
import { formatStatusBrief } from '../output/format-status-brief';
import type { StatusDetails } from '../output/status-details';
import type { StatusResponse } from '../output/status-response';
import { healthzAnswer } from '../status/healthz-answer';
import type { AgentAPI } from './agent-api';
import { parseFlags } from './flags';
import { printOutput } from './output-option';
import { connectionError, failed } from './unreachable';
import { unknownFlag } from './usage';

const switches = ['addresses', 'clusters', 'controllers', 'health', 'nodes', 'redirects'];

const flags = [
  ...switches.map((name) => ({ name: `all-${name}`, takesValue: false })),
  { name: 'brief', takesValue: false },
  { name: 'output', short: 'o', takesValue: true },
  { name: 'timeout', takesValue: true },
  { name: 'verbose', takesValue: false },
];

function isUnhealthy({ cilium }: StatusResponse): boolean {
  return cilium !== undefined && cilium.state !== 'Ok' && cilium.state !== 'Disabled';
}

/** Runs `cilium status` with its flags (cilium-dbg/cmd/status.go, v1.10 to main). */
export function runStatus(args: readonly string[], agent: AgentAPI): CommandResult {
  const { version } = agent;
  const connectivity = atLeast(version, 17) || atLeast(version, 16, 10);
  const own = connectivity ? [...flags, { name: 'require-k8s-connectivity', takesValue: false }] : flags;
  const { values, problem } = parseFlags(args, own);
  if (problem !== null) return unknownFlag('status', problem, version);
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
  const allHealth = verbose || isOn('all-health');
  const health = agent.health();
  const text =
    formatStatus(response, details, version, agent.nowMs()) +
    (unhealthy ? '' : formatClusterHealth(health, allHealth, version)) +
    (unhealthy || health === null ? '' : formatModulesHealth(agent.modules(), allHealth, version));
  return { stdout: layOut(text, { minWidth: 2, padding: 3 }), stderr: '', exitCode: unhealthy ? 1 : 0 };
}
