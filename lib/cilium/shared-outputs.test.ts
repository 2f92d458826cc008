import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AgentStatus } from './agent-status';
import type { Frontend } from './frontend';
import { frontendKey } from './frontend';
import type { L3n4Addr } from './l3n4-addr';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';
import { leftOutReason } from './unparsed-lines';

/** Outputs of real agents, and of Cilium's own code, beside the repository; absent outside of our workshop. */
const shared = join(process.cwd(), '..', 'shared');
const isHere = existsSync(join(shared, 'captures', 'index.json'));
if (!isHere) process.stderr.write(`skipped: no real outputs in ${shared}\n`);

const read = (...path: string[]): string => readFileSync(join(shared, ...path), 'utf8');

type Capture = { file: string; kind: string; authenticity: string; notes: string };

const captures = (kind: RegExp): Capture[] =>
  isHere
    ? (JSON.parse(read('captures', 'index.json')) as Capture[]).filter((capture) => kind.test(capture.kind))
    : [];

/** Every file below a folder, by its path in the shared folder. */
function filesBelow(folder: string): string[] {
  if (!isHere) return [];
  return readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(folder, file),
  );
}

/** Whoever made the copy wrote lines of their own into it: the index says so, or the lines do. */
function isByAuthor({ authenticity, notes }: Capture, reason: string): boolean {
  if (authenticity === 'edited') return true;
  const isMarked = authenticity === 'docs-sample' || /\.\.\.|elision|elided|comment|omitted/i.test(notes);
  return isMarked && (reason === leftOutReason || reason.startsWith('a comment'));
}

describe.skipIf(!isHere)('captures of real agents', () => {
  test.each(captures(/^service-list/))(
    'every line of $file is understood, but for its author’s own',
    (capture) => {
      const list = parseServiceList(read('captures', capture.file));
      expect(list.unparsed.filter(({ reason }) => !isByAuthor(capture, reason))).toEqual([]);
      const source = read('captures', capture.file).split('\n');
      for (const frontend of list.frontends) {
        expect(source[frontend.line - 1]).toContain(
          capture.kind === 'service-list' ? String(frontend.port) : '{',
        );
        for (const backend of frontend.backends) {
          expect(source[backend.line - 1]).toContain(capture.kind === 'service-list' ? `${backend.ip}` : '{');
        }
      }
    },
  );

  test.each(captures(/^service-list$/).filter(({ authenticity }) => authenticity !== 'edited'))(
    'every backend of $file is read',
    ({ file }) => {
      const source = read('captures', file);
      const backends = parseServiceList(source).frontends.flatMap((frontend) => frontend.backends);
      expect(backends).toHaveLength(source.split('=>').length - 1);
      expect(backends.filter(({ state }) => state !== null)).toHaveLength(
        source.split(/\((?:active|terminating|quarantined|maintenance)\)/).length - 1,
      );
    },
  );

  test.each(captures(/^status/))('every line of $file is understood, but for its author’s own', (capture) => {
    const status = parseStatus(read('captures', capture.file));
    expect(status.unparsed.filter(({ reason }) => !isByAuthor(capture, reason))).toEqual([]);
  });
});

type Parts = { protocols: boolean; preferred: boolean };

/** What text and JSON both tell of a row; the table is sorted by ID, JSON is not. */
function comparable(frontends: readonly Frontend[], { protocols, preferred }: Parts): unknown[] {
  // Agents print NONE where the API was given no protocol; those before v1.17 print none at all.
  const key = ({ protocol, ...address }: L3n4Addr): string =>
    frontendKey({ ...address, protocol: protocols && protocol !== 'NONE' ? protocol : null });
  return frontends
    .map((frontend) => ({
      id: frontend.id,
      address: key(frontend),
      type: frontend.type,
      remote: frontend.remote,
      backends: frontend.backends.map((backend) => ({
        address: key(backend),
        state: backend.state,
        ...(preferred ? { preferred: backend.preferred } : {}),
      })),
    }))
    .sort((a, b) => a.id - b.id || (a.address < b.address ? -1 : 1));
}

describe.skipIf(!isHere)('service list: text and JSON of one agent', () => {
  const tables = [...filesBelow('vectors/services'), ...filesBelow('vectors/agent')].filter((file) =>
    /(?:\d{3}(?:\.affinity)?|service-list)\.txt$/.test(file),
  );
  /** Clients of v1.10 refuse protocols and addresses of later ones: their table lacks rows that JSON has. */
  const refused = new Set(
    isHere
      ? ['', '1.10.0-rc0', '1.15.7', '1.21-dev'].flatMap((version) => {
          const index = join('vectors/services', version, 'index.json');
          if (!existsSync(join(shared, index))) return [];
          const cases = JSON.parse(read(index)) as { n: string; stderr?: string }[];
          return cases.flatMap(({ n, stderr }) =>
            stderr?.includes('Protocol') === true && !['049', '050', '051'].includes(n)
              ? [join('vectors/services', version, n)]
              : [],
          );
        })
      : [],
  );

  test('the vectors are all here', () => {
    expect(tables.length).toBeGreaterThan(700);
  });

  test('every line of every table is understood', () => {
    for (const file of tables) expect([file, parseServiceList(read(file)).unparsed]).toEqual([file, []]);
  });

  test('both give the same rows', () => {
    let compared = 0;
    for (const file of tables) {
      const json = file.replace(/(?:\.affinity)?\.txt$/, '.json');
      if (!existsSync(join(shared, json)) || refused.has(json.replace('.json', ''))) continue;
      const parts = { protocols: !/1\.10\.0|1\.15\.7/.test(file), preferred: file.includes('.affinity.') };
      const text = comparable(parseServiceList(read(file)).frontends, parts);
      expect([file, text]).toEqual([file, comparable(parseServiceList(read(json)).frontends, parts)]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(650);
  });

  test('JSON of a running agent leaves nothing unparsed', () => {
    const files = filesBelow('vectors/agent').filter((file) => file.endsWith('service-list.json'));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) expect([file, parseServiceList(read(file)).unparsed]).toEqual([file, []]);
  });
});

/** Finds where two values differ that both have; what only one has is no difference. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (a === undefined || b === undefined) return [];
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [`${path}: ${a.length} and ${b.length} items`];
    return a.flatMap((item, index) => differences(item, b[index], `${path}.${index}`));
  }
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    return Object.entries(a).flatMap(([key, value]) =>
      differences(value, (b as Record<string, unknown>)[key], `${path}.${key}`),
    );
  }
  return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
}

/** Everything but where it stood. */
function values({ lines: _lines, sections: _sections, unparsed: _unparsed, ...rest }: AgentStatus): unknown {
  return rest;
}

describe.skipIf(!isHere)('status: text and JSON of one agent', () => {
  const texts = [...filesBelow('vectors/status'), ...filesBelow('vectors/agent/settings')].filter((file) =>
    /(?:\d{3}|\d{3}\.(?:verbose|plain)|status(?:-verbose)?)\.txt$/.test(file),
  );

  test('the vectors are all here', () => {
    expect(texts.length).toBeGreaterThan(900);
  });

  test('every line is understood, and both give the same values', () => {
    for (const file of texts) {
      const text = parseStatus(read(file));
      expect([file, text.unparsed]).toEqual([file, []]);
      const json = file.replace(/(?:\.verbose|\.plain|-verbose)?\.txt$/, '.json');
      if (!existsSync(join(shared, json)) || read(json).trim() === '') continue;
      const status = parseStatus(read(json));
      expect([json, status.unparsed]).toEqual([json, []]);
      expect([file, differences(values(text), values(status))]).toEqual([file, []]);
    }
  });

  test('the details of text have every feature of JSON, but those the program hides', () => {
    for (const file of texts.filter((name) =>
      /verbose|vectors\/status\/[\d.]+(?:-dev|bp)?\/\d{3}\.txt$/.test(name),
    )) {
      const json = file.replace(/(?:\.verbose|-verbose)?\.txt$/, '.json');
      if (!existsSync(join(shared, json)) || read(json).trim() === '') continue;
      const inText = parseStatus(read(file));
      // Without a Kubernetes section there are no details.
      if (inText.lines['kubeProxyReplacement.details'] === undefined) continue;
      const features = Object.keys(parseStatus(read(json)).kubeProxyReplacement?.features ?? {});
      const hidden = [
        'hostReachableServices',
        'annotations',
        'gracefulTermination',
        'socketLB',
        'socketLBTracing',
      ];
      const missing = features.filter((key) => !(key in (inText.kubeProxyReplacement?.features ?? {})));
      expect([file, missing.filter((key) => !hidden.includes(key))]).toEqual([file, []]);
    }
  });
});
