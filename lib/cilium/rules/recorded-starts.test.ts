import { describe, expect, it } from 'vitest';
import { firstFatal } from './first-fatal';
import { judgeRules } from './judge-rules';
import type { RecordedEnd, RecordedStart } from './recorded-starts.fixture';
import { recordedStarts, recordedStartsAreHere } from './recorded-starts.fixture';

const version = { major: 1, minor: 21, patch: 0 };

/** What the files of a ConfigMap cannot do, so that only the run by flags shows it. */
const onlyByFlags = new Map([
  ['fatal/alias-node-port-mode', 'a key without a flag is no error in a file'],
  ['fatal/removed-keys', 'a key without a flag is no error in a file'],
  ['fatal/removed-tunnel-key', 'a key without a flag is no error in a file'],
  ['fatal/unknown-key', 'a key without a flag is no error in a file'],
  ['fatal/mode-newline', 'the line feed that ends a file is cut off'],
]);

/** A field of a line of the log, as it was before it was quoted. */
function field(line: string, name: string): string | null {
  const quoted = new RegExp(` ${name}=("(?:[^"\\\\]|\\\\.)*")`).exec(` ${line}`)?.[1];
  return quoted === undefined ? null : String(JSON.parse(quoted));
}

/** The last words of a recorded agent: the message of its fatal line with the cause, or of its panic. */
function lastWords({ fatal, panic }: RecordedEnd): string | null {
  if (fatal === null) return panic;
  return [field(fatal, 'msg'), field(fatal, 'error')].filter((text) => text !== null).join(': ');
}

/** Why the system refused to attach a program is the driver’s own word: the rest decides. */
const withoutDriversReason = (words: string | null): string | null =>
  words?.replace(/(: create link): operation not supported$/, '$1') ?? null;

function preFlight({ data, facts }: RecordedStart) {
  const rules = judgeRules(version, data, facts);
  return { rules, first: rules.find(({ verdict }) => verdict === 'fatal') ?? null };
}

const told = recordedStarts();
const died = told.filter(({ byConfigDir }) => byConfigDir.exitCode !== null);
const started = told.filter(({ byConfigDir }) => byConfigDir.exitCode === null);
const withWords = told.filter(({ confirms, expectedText }) => confirms && expectedText !== '');

if (recordedStartsAreHere) {
  it('has cases of both folders', () => {
    expect(told.filter(({ path }) => path.startsWith('fatal/')).length).toBeGreaterThan(60);
    expect(told.filter(({ path }) => path.startsWith('settings/')).length).toBeGreaterThan(40);
  });

  describe('the pre-flight of 1.21-dev', () => {
    it.each(told)('knows all that it takes to tell $path', (start) => {
      const isUnknown = preFlight(start).rules.filter(
        ({ effect, verdict }) => effect === 'fatal' && verdict === 'unknown',
      );
      expect(isUnknown).toEqual([]);
    });

    it.each(died)('says that it dies as it died: $path', (start) => {
      const { byConfigDir, data, facts } = start;
      const { first } = preFlight(start);
      const fatal = firstFatal(version, data, facts);
      if (fatal === null) throw new Error('it starts');
      expect(first?.id).toBe(fatal.rule);
      expect(byConfigDir.exitCode).toBe(fatal.stage === 'panic' ? 2 : 255);
      const words = lastWords(byConfigDir);
      if (words !== null) expect(first?.logged).toBe(withoutDriversReason(words));
    });

    it.each(started)('says that it starts: $path', (start) => {
      expect(preFlight(start).first).toBeNull();
      expect(firstFatal(version, start.data, start.facts)).toBeNull();
    });

    it.each(withWords)('says the words that decide: $path', (start) => {
      const { byConfigDir, expectedText } = start;
      const { rules, first } = preFlight(start);
      expect([lastWords(byConfigDir), ...byConfigDir.warnings].join('\n')).toContain(expectedText);
      const warned = rules.filter(({ verdict }) => verdict === 'warn').map(({ message }) => message);
      expect((first === null ? warned : [first.logged]).join('\n')).toContain(expectedText);
    });

    it.each(started)('warns where the datapath never came up, and only there: $path', (start) => {
      const seen = start.byConfigDir.warnings.filter((line) =>
        /msg="Failed to (?:initialize datapath|construct local node configuration|mount cgroupv2)/.test(line),
      );
      const said = seen.map((line) => lastWords({ ...start.byConfigDir, fatal: line })).join('\n');
      const warned = preFlight(start).rules.filter(
        ({ id, verdict }) => id.startsWith('DATAPATH-') && verdict !== 'pass',
      );
      expect(warned.length > 0).toBe(seen.length > 0);
      for (const { message } of warned) expect(said).toContain(message);
    });
  });

  describe('the pre-flight, beside the same keys as flags of the command', () => {
    const tried = told.flatMap(({ byFlags, ...start }) => (byFlags === null ? [] : [{ ...start, byFlags }]));

    it.each(tried.filter(({ path }) => !onlyByFlags.has(path)))('is right as well: $path', (start) => {
      const { byConfigDir, byFlags, data, facts } = start;
      expect(byFlags.exitCode === null).toBe(byConfigDir.exitCode === null);
      if (byFlags.refusedFlag === null) {
        expect(lastWords(byFlags)).toBe(lastWords(byConfigDir));
        return;
      }
      const first = judgeRules(version, data, facts)[0];
      expect(first?.logged).toContain(byFlags.refusedFlag.replace(/^invalid argument .*? flag: /, ''));
      expect(byFlags.refusedFlag).toContain(`"--${first?.keys[0]}"`);
    });

    it.each(tried.filter(({ path }) => onlyByFlags.has(path)))(
      'has no say: $path',
      ({ byConfigDir, byFlags }) => {
        expect(byConfigDir.exitCode).toBeNull();
        expect(byFlags.exitCode).toBeGreaterThan(0);
      },
    );
  });
} else {
  it.skip('reads ../shared/vectors/agent (absent here)', () => {});
}
