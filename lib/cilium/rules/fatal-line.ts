import type { RuleJudgement } from './judge-rules';

const lineMaxChars = 4_000;
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** The value of a field of a logfmt line, as logrus (before v1.18) and slog write it; null where it has none. */
function fieldOf(line: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|(\\S*))`).exec(line);
  if (match === null) return null;
  return match[1]?.replace(/\\(.)/g, (_all, char: string) => escapes[char] ?? char) ?? match[2] ?? null;
}

/**
 * Finds the line that an agent died with in the log of its container: the last `level=fatal`, else the last panic,
 * else the last error. null: none of these is in it.
 */
export function fatalLine(log: string): string | null {
  const lines = log.split('\n').map((line) => line.slice(0, lineMaxChars).trim());
  const kinds = [/\blevel=fatal\b/, /^panic: /, /\blevel=error\b/, /^Error: /];
  for (const kind of kinds) {
    const found = lines.findLast((line) => kind.test(line));
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Tells which of the rules that were judged fatal for an agent's configuration speaks in its fatal line. null: none of
 * them; the agent died of something that is not known here.
 */
export function ruleOfFatalLine(line: string, rules: readonly RuleJudgement[]): string | null {
  const said = [line, fieldOf(line, 'msg'), fieldOf(line, 'error')]
    .filter((text) => text !== null)
    .join('\n');
  const speaks = ({ verdict, message }: RuleJudgement) =>
    verdict === 'fatal' && message !== '' && said.includes(message);
  return rules.find(speaks)?.id ?? null;
}
