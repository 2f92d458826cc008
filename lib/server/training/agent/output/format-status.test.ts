import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CiliumVersion } from '../cilium-version';
import { parseCiliumVersion } from '../cilium-version';
import { formatGoJson } from '../go/json';
import { layOut } from '../go/tabwriter';
import { formatStatus } from './format-status';
import { allDetails } from './status-details';
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
}
