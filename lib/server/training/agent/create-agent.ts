import type { AgentFactory, AgentStart, RunningAgent } from '../agent-contract';
import { seededRandom } from '../api-server/seeded-random';
import type { AgentOptions } from './agent-options';
import type { CiliumVersion } from './cilium-version';
import { atLeast, parseCiliumVersion } from './cilium-version';
import type { AgentAPI } from './commands/agent-api';
import { runCommand } from './commands/run-command';
import type { NodeFacts } from './node-facts';
import { formatServiceJson } from './output/format-service-json';
import { printServiceTable } from '@/lib/cilium/service-table/node-service-table';
import { defaultNodeFacts } from './node-facts';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { agentLog } from './start-up/agent-log';
import { fatalProblem } from './start-up/fatal-problem';
import { agentStatus } from './status/agent-status';
import { endpointsOfNode } from './status/endpoints';
import { probeCluster } from './status/health-model';
import { moduleHealth } from './status/modules';
import { AgentTable } from './table/agent-table';
import { answerOrder, serviceModels } from './table/service-models';

/** From the process's start until its API answers, and until every probe of the status has run. */
const apiAfterMs = 1_000;
const probesAfterMs = 1_200;

const fallbackVersion: CiliumVersion = { major: 1, minor: 19, patch: 0, text: '1.19.0' };

function factsOf({ nodeName, objects }: AgentStart, options: AgentOptions, otherNode = nodeName): NodeFacts {
  const node = objects.list('Node').find(({ metadata }) => metadata.name === otherNode);
  return { ...defaultNodeFacts(node, otherNode), ...options.facts?.(otherNode, node) };
}

function agentAPI(
  start: AgentStart,
  options: AgentOptions,
  version: CiliumVersion,
  settings: AgentSettings,
  table: AgentTable,
): AgentAPI {
  const { nodeName, startedAtMs, nowMs, seed } = start;
  const facts = factsOf(start, options);
  const random = seededRandom(seed ^ 0x5bd1e995);
  const endpoints = () =>
    endpointsOfNode(table.now().pods, nodeName, facts, startedAtMs, settings.healthChecking);
  return {
    version,
    nowMs,
    socket() {
      const ageMs = nowMs() - startedAtMs;
      if (ageMs < apiAfterMs) return 'missing';
      return ageMs < probesAfterMs && atLeast(version, 18) ? 'warming' : 'ready';
    },
    status() {
      const node = table.now().nodes.find(({ metadata }) => metadata.name === nodeName);
      return agentStatus({
        version,
        settings,
        facts,
        node,
        nodeName,
        kubernetesVersion: node?.status?.nodeInfo?.kubeletVersion ?? '',
        endpoints: endpoints(),
        startedAtMs,
        nowMs: nowMs(),
      });
    },
    health() {
      if (!settings.healthChecking) return null;
      const { nodes, pods } = table.now();
      const healthIP = (name: string): string => factsOf(start, options, name).healthIPs[0] ?? '';
      return probeCluster(nodes, pods, nodeName, healthIP, settings.clusterName, startedAtMs, nowMs());
    },
    modules: () => moduleHealth(version, endpoints(), startedAtMs, nowMs(), nodeName),
    services: () => serviceModels(table.rows(), version, random),
    serviceJson: () => formatServiceJson(answerOrder(table.rows(), version, random), version),
    serviceTable: () => printServiceTable(table.rows(), version),
  };
}

/** Makes the agents of a scenario: each reads its configuration once, and lives or dies by it. */
export function createAgentFactory(options: AgentOptions = {}): AgentFactory {
  return (start): RunningAgent => {
    const version = parseCiliumVersion(start.image) ?? fallbackVersion;
    const facts = factsOf(start, options);
    const node = start.objects.list('Node').find(({ metadata }) => metadata.name === start.nodeName);
    const fatal = fatalProblem(start.config, version, facts, node);
    const settings = readSettings(start.config, version);
    const log = agentLog(start, version, settings, fatal);
    if (fatal !== null) {
      const down = { stdout: '', stderr: '', exitCode: 137 };
      return { fatal: log.fatal, api: null, run: () => down, logs: () => log.text, stop: () => {} };
    }
    const table = new AgentTable({
      objects: start.objects,
      nodeName: start.nodeName,
      version,
      settings,
      facts,
      seed: start.seed,
      nowMs: start.nowMs,
      firstOrder: options.firstOrder ?? 'any',
      leftovers: options.leftovers?.(start.nodeName) ?? [],
    });
    const api = agentAPI(start, options, version, settings, table);
    return {
      fatal: null,
      api,
      run: (argv) => runCommand(argv, api),
      logs: () => log.text,
      stop: () => table.stop(),
    };
  };
}
