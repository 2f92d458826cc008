import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CiliumVersion } from '../cilium-version';
import { parseCiliumVersion } from '../cilium-version';
import { formatGoJson, formatJsonOutput } from '../go/json';
import { layOut } from '../go/tabwriter';
import { formatHealthDisabled } from './format-cluster-health';
import { formatStatus } from './format-status';
import { formatStatusBrief } from './format-status-brief';
import { allDetails, noDetails } from './status-details';
import type { StatusResponse } from './status-response';

const vectors = join(import.meta.dirname, '../../../../../../shared/vectors/status');

/** The folders of the vectors and the release whose format each prints. */
const versions: Record<string, string> = {
  '.': '1.17.0',
  '1.21-dev': '1.21.0',
  '1.17bp': '1.17.0',
  '1.15.7': '1.15.7',
  '1.14bp': '1.14.0',
  '1.12bp': '1.12.0',
  '1.11.2': '1.11.2',
  '1.10.0-rc0': '1.10.0',
};

function version(text: string): CiliumVersion {
  const parsed = parseCiliumVersion(text);
  if (parsed === null) throw new Error(`no version: ${text}`);
  return parsed;
}

if (!existsSync(vectors)) {
  it.skip('reads ../shared/vectors/status (absent here)', () => {});
} else {
  describe.each(Object.entries(versions))('status --verbose of %s', (folder, release) => {
    const names = readdirSync(join(vectors, folder)).filter((name) => /^\d+\.json$/.test(name));
    it.each(names)('%s', (name) => {
      const json = readFileSync(join(vectors, folder, name), 'utf8');
      const response = JSON.parse(json) as StatusResponse;
      const printed = layOut(formatStatus(response, allDetails, version(release), 0), {
        minWidth: 2,
        padding: 3,
      });
      const expected = readFileSync(join(vectors, folder, name.replace('.json', '.txt')), 'utf8');
      expect(printed).toBe(expected);
      expect(`${formatGoJson(response)}\n`).toBe(json);
    });
  });

  const commands = { '1.17-dev': '1.17.0', '1.21-dev': '1.21.0' };
  describe.each(Object.entries(commands))(
    'the status command of %s against a fake agent',
    (folder, release) => {
      const read = (name: string): string =>
        readFileSync(join(vectors, 'full-command', folder, name), 'utf8');
      const numbers = readdirSync(join(vectors, 'full-command', folder))
        .filter((name) => name.endsWith('.json') && name !== 'index.json')
        .map((name) => name.replace('.json', ''));
      it.each(numbers)('%s', (number) => {
        const json = read(`${number}.json`);
        const response = JSON.parse(json) as StatusResponse;
        const unhealthy = response.cilium?.state === 'Warning' || response.cilium?.state === 'Failure';
        const print = (details: typeof allDetails): string => {
          const health = unhealthy ? '' : formatHealthDisabled(version(release));
          return layOut(formatStatus(response, details, version(release), 0) + health, {
            minWidth: 2,
            padding: 3,
          });
        };
        expect(print(allDetails)).toBe(read(`${number}.verbose.txt`));
        expect(print(noDetails)).toBe(read(`${number}.plain.txt`));
        expect(formatStatusBrief(response)).toBe(read(`${number}.brief.txt`));
        expect(formatJsonOutput(response)).toBe(json);
      });
    },
  );
}
