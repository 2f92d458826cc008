import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { Frontend } from '@/lib/cilium/frontend';
import { checkAnswer } from './agent-answer-error';
import type { AgentRecord } from './agent-record';
import { answerHash } from './answer-hash';
import { AnswerText } from './answer-text';
import type { Answer } from './ask-agent';
import { knownVersion } from './agent-version';
import { isSameStatus } from './same-status';

/** Lines not understood that travel with a status, and how much of each: the raw output has them whole. */
const unparsedMax = 100;
const unparsedMaxChars = 500;

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
  const hash = answerHash(answer.stdout);
  const parsed = before.hash === hash ? null : parseStatus(answer.stdout);
  const status = parsed === null ? record.status : bounded(parsed);
  // Times within the output differ at each call, so the bytes nearly always do; the values seldom.
  const changed = !isSameStatus(status, record.status);
  record.status = status;
  record.binary = answer.binary;
  record.version = knownVersion(record.status, record.pod.image);
  const unparsedCount = parsed === null ? before.unparsedCount : parsed.unparsed.length;
  record.answers.status = { ...before, ...goodAnswer(before.askedTimestamp, answer), unparsedCount, hash };
  return changed;
}

function bounded(status: AgentStatus): AgentStatus {
  const unparsed = status.unparsed
    .slice(0, unparsedMax)
    .map((line) => ({ ...line, text: line.text.slice(0, unparsedMaxChars) }));
  return { ...status, unparsed };
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
