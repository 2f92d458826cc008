import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { Frontend } from '@/lib/cilium/frontend';
import { checkAnswer } from './agent-answer-error';
import type { AgentRecord } from './agent-record';
import { statusHash } from './status-hash';
import { AnswerText } from './answer-text';
import type { Answer } from './ask-agent';
import { knownVersion } from './agent-version';
import { keptStatus } from './kept-status';
import { isSameStatus } from './same-status';

/**
 * Takes a table an agent gave; null where it is the last one again (`isSame`), else its rows.
 * Throws `AgentAnswerError` where it is an error or was cut off.
 */
export function takeServiceList(record: AgentRecord, answer: Answer, isSame: boolean): Frontend[] | null {
  const before = record.answers['service-list'];
  // What is the last good answer, byte for byte, is one.
  const isGood = isSame && answer.exitCode === 0 && record.table !== null;
  if (!isGood) checkAnswer('service-list', answer);
  const list = isGood ? null : parseServiceList(answer.stdout);
  if (list !== null) record.table = new AnswerText(answer.stdout);
  record.binary = answer.binary;
  record.answers['service-list'] = {
    ...before,
    ...goodAnswer(before.askedTimestamp, answer),
    sizeBytes: record.table?.sizeBytes ?? null,
    unparsedCount: list === null ? before.unparsedCount : list.unparsed.length,
  };
  return list?.frontends ?? null;
}

/** Takes a status an agent gave; says whether it differs from the last. Throws `AgentAnswerError`. */
export function takeStatus(record: AgentRecord, answer: Answer): boolean {
  checkAnswer('status', answer);
  const before = record.answers.status;
  const hash = statusHash(answer.stdout);
  const parsed = before.hash === hash ? null : parseStatus(answer.stdout);
  const status = parsed === null ? record.status : keptStatus(parsed);
  const changed = !isSameStatus(status, record.status);
  record.status = status;
  record.binary = answer.binary;
  record.version = knownVersion(record.status, record.pod.image);
  const unparsedCount = parsed === null ? before.unparsedCount : parsed.unparsed.length;
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
