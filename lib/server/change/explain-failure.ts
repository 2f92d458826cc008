import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { factsInWords } from '@/lib/cilium/rules/facts-in-words';
import { fatalLine, ruleOfFatalLine } from '@/lib/cilium/rules/fatal-line';
import type { RuleJudgement } from '@/lib/cilium/rules/judge-rules';
import { judgeRules } from '@/lib/cilium/rules/judge-rules';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgentSource } from './agent-source';

const keptLines = 40;
const lineMaxChars = 1_000;

export type ExplainedFailure = { line: string; ruleId: string | null; log: string[] };

/** The rules that end an agent with this configuration: by what is known of its node, then by the configuration and its own last words. */
function fatalRules(
  line: string,
  agent: AgentView,
  config: Record<string, string>,
  source: AgentSource,
): RuleJudgement[] {
  const group = source.settings().groups.find(({ nodes }) => nodes.includes(agent.node));
  const version = parseAgentVersion(agent.version ?? '') ?? parseAgentVersion(group?.version ?? '');
  const facts = { ...noFacts, ...factsInWords(line) };
  return [...(group?.rules ?? []), ...(version === null ? [] : judgeRules(version, config, facts))];
}

/** Explains why the container of an agent failed: the line it died with in its log, and the rule that speaks in it. */
export function explainFailure(
  { log, reason }: { log: string; reason: string },
  agent: AgentView,
  config: Record<string, string>,
  source: AgentSource,
): ExplainedFailure {
  const line = fatalLine(log)?.slice(0, lineMaxChars) ?? reason;
  const lines = log.trimEnd().split('\n');
  return {
    line,
    ruleId: ruleOfFatalLine(line, fatalRules(line, agent, config, source)),
    // What a container writes may move the cursor of whoever shows it.
    log: lines.slice(-keptLines).map((text) => text.replace(/\p{Cc}/gu, ' ').slice(0, lineMaxChars)),
  };
}
