import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseCiliumVersion } from '../cilium-version';
import { formatJsonOutput } from '../go/json';
import { formatServiceList } from './format-service-list';
import type { ServiceModel } from './service-model';

const vectors = join(import.meta.dirname, '../../../../../../shared/vectors/services');

const releases = { '.': '1.17.0', '1.21-dev': '1.21.0', '1.15.7': '1.15.7', '1.10.0-rc0': '1.10.0' };

type IndexEntry = { n: string; name: string; stderr?: string; affinity?: boolean };

if (!existsSync(vectors)) {
  it.skip('reads ../shared/vectors/services (absent here)', () => {});
} else {
  describe.each(Object.entries(releases))('service list of %s', (folder, release) => {
    const version = parseCiliumVersion(release);
    if (version === null) throw new Error(release);
    const read = (name: string): string => readFileSync(join(vectors, folder, name), 'utf8');
    const index = JSON.parse(read('index.json')) as IndexEntry[];
    it.each(index)('$n $name', ({ n, stderr = '', affinity = false }) => {
      const json = read(`${n}.json`);
      const services = JSON.parse(json) as ServiceModel[];
      const printed = formatServiceList(services, version);
      expect(printed.stdout).toBe(read(`${n}.txt`));
      // A backend that cannot be read is printed with the addresses of Go pointers: not comparable.
      if (!stderr.includes('error parsing backend')) expect(printed.stderr).toBe(stderr);
      if (affinity && existsSync(join(vectors, folder, `${n}.affinity.txt`))) {
        expect(formatServiceList(services, version, true).stdout).toBe(read(`${n}.affinity.txt`));
      }
      expect(formatJsonOutput(services)).toBe(json);
    });
    const files = readdirSync(join(vectors, folder)).filter((name) => /^\d+\.json$/.test(name));
    it('covers every recorded case', () => expect(index).toHaveLength(files.length));
  });

  it('prints 10,000 services with 99,590 backends', () => {
    const unpack = (name: string): string => gunzipSync(readFileSync(join(vectors, name))).toString();
    const version = parseCiliumVersion('1.17.0');
    if (version === null) throw new Error('1.17.0');
    const services = JSON.parse(unpack('big-10000.json.gz')) as ServiceModel[];
    expect(formatServiceList(services, version).stdout === unpack('big-10000.txt.gz')).toBe(true);
  });
}
