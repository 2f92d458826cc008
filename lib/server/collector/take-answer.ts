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
 * Takes a table an agent gave. An answer equal to the last one is neither read nor kept: null then, else the rows.
 * Throws `AgentAnswerError` where it is an error or was cut off.
 */
export function takeServiceList(record: AgentRecord, answer: Answer): Frontend[] | null {
  checkAnswer('service-list', answer);
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
