import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { AnswerText } from '@/lib/server/collector/answer-text';
import { RepeatedAnswer } from '@/lib/server/collector/repeated-answer';
import { bigTable } from './big-table';
import type { Figure } from './figure';
import { atMost, told } from './figure';
import { interleave } from './interleave';

const rounds = 25;
const warmUpRounds = 5;

/** As much as comes at once from an API server. */
const partBytes = 32 << 10;

function isRepeated(last: AnswerText, bytes: Uint8Array): boolean {
  const answer = new RepeatedAnswer(last);
  for (let at = 0; at < bytes.length; at += partBytes) {
    answer.write(Buffer.from(bytes.buffer, at, Math.min(partBytes, bytes.length - at)));
  }
  return answer.isSame;
}

/**
 * What reading an agent's table costs against `JSON.parse` alone of the same services' JSON, in one run:
 * the whole parse into the model, and finding out that nothing has changed.
 */
export function measure(): Figure[] {
  const { text, json, origin } = bigTable();
  const bytes = new TextEncoder().encode(text);
  const last = new AnswerText(Buffer.from(bytes));
  const list = parseServiceList(text);
  const backendCount = list.frontends.reduce((sum, { backends }) => sum + backends.length, 0);
  console.error(
    `parse: ${origin}; ${list.frontends.length} frontends, ${backendCount} backends, ${list.unparsed.length} lines unparsed, ` +
      `${(bytes.length / 1e6).toFixed(1)} MB as text, ${(json.length / 1e6).toFixed(1)} MB as JSON; median of ${rounds} rounds`,
  );
  const [jsonMs = NaN, textMs = NaN, bytesMs = NaN, unchangedMs = NaN] = interleave(
    [
      () => JSON.parse(json) as unknown,
      () => parseServiceList(text),
      () => parseServiceList(bytes),
      () => isRepeated(last, bytes),
    ],
    rounds,
    warmUpRounds,
  );
  return [
    told('parse/json-parse-alone', jsonMs, 'ms'),
    told('parse/table', textMs, 'ms'),
    told('parse/table-bytes', bytesMs, 'ms'),
    told('parse/unchanged', unchangedMs, 'ms'),
    atMost('parse/table-to-json', textMs / jsonMs, 'ratio', 0.25),
    atMost('parse/table-bytes-to-json', bytesMs / jsonMs, 'ratio', 0.25),
    atMost('parse/unchanged-to-json', unchangedMs / jsonMs, 'ratio', 0.05),
  ];
}
