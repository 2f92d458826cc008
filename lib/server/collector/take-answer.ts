import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { Frontend } from '@/lib/cilium/frontend';
import type { ExecTarget } from '@/lib/server/kube/exec-error';
import type { AgentRecord } from './agent-record';
import { answerHash } from './answer-hash';
import { AnswerText } from './answer-text';
import type { Answer } from './ask-agent';
import { CommandFailedError } from './command-failed-error';
import { readVersion } from './read-version';

/**
 * Takes a table an agent gave. An answer equal to the last one is neither read nor kept: null then, else the rows.
 * Throws `CommandFailedError` where the command failed.
 */
export function takeServiceList(record: AgentRecord, target: ExecTarget, answer: Answer): Frontend[] | null {
  if (answer.exitCode !== 0) throw new CommandFailedError(target, answer);
  const before = record.answers['service-list'];
  const hash = answerHash(answer.stdout);
  const unchanged = before.hash === hash;
  const list = unchanged ? null : parseServiceList(answer.stdout);
  if (list !== null) record.table = new AnswerText(answer.stdout);
  record.binary = answer.binary;
  const unparsedCount = list === null ? before.unparsedCount : list.unparsed.length;
  record.answers['service-list'] = {
    ...before,
    ...goodAnswer(before.askedTimestamp, answer),
    unparsedCount,
    hash,
  };
  return list?.frontends ?? null;
}

/** Takes a status an agent gave; says whether it differs from the last. Throws `CommandFailedError`. */
export function takeStatus(record: AgentRecord, target: ExecTarget, answer: Answer): boolean {
  // An agent in trouble prints its whole status and ends with exit code 1.
  const isWhole =
    answer.exitCode === 0 ||
    answer.stdout.includes('"cilium"') ||
    answer.stdout.includes('KubeProxyReplacement');
  if (!isWhole) throw new CommandFailedError(target, answer);
  const before = record.answers.status;
  const hash = answerHash(answer.stdout);
  const unchangedBytes = before.hash === hash;
  const status = unchangedBytes ? record.status : parseStatus(answer.stdout);
  // Times within the output differ at each call, so the bytes nearly always do; the values seldom.
  const changed = !unchangedBytes && JSON.stringify(status) !== JSON.stringify(record.status);
  if (changed) record.status = status;
  record.binary = answer.binary;
  record.version = readVersion(record.status, record.pod.image);
  const unparsedCount = record.status?.unparsed.length ?? 0;
  record.answers.status = { ...before, ...goodAnswer(before.askedTimestamp, answer), unparsedCount, hash };
  return changed;
}

function goodAnswer(askedTimestamp: string | null, { durationMs, stdout }: Answer) {
  const answeredTimestamp = new Date().toISOString();
  return {
    answeredTimestamp,
    askedTimestamp: askedTimestamp ?? answeredTimestamp,
    durationMs: Math.round(durationMs),
    sizeBytes: stdout.length,
    stale: false,
    problem: null,
  };
}
