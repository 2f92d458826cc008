import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CiliumVersion } from '../cilium-version';
import { formatGoJson } from '../go/json';
import { layOut } from '../go/tabwriter';
import { formatHealthDisabled } from '../output/format-cluster-health';
import { formatStatus } from '../output/format-status';
import { allDetails, noDetails } from '../output/status-details';
import type { StatusResponse } from '../output/status-response';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { directRoutingDevice, selectedDevices } from '@/lib/cilium/settings/devices';
import { bpfMaps } from './bpf-maps';
import { kprStatus } from './kpr-status';

const folder = join(import.meta.dirname, '../../../../../../shared/vectors/agent/settings');
const version: CiliumVersion = { major: 1, minor: 21, patch: 0, text: '1.21.0-dev' };
const nodeIPs = ['192.0.2.11'];

type Input = { data: Record<string, string>; devices: { name: string; addresses: string[] }[] };

if (!existsSync(folder)) {
  it.skip('reads ../shared/vectors/agent/settings (absent here)', () => {});
} else {
  // An agent that died answered nothing.
  const cases = readdirSync(folder).filter((name) => statSync(join(folder, name, 'status.json')).size > 0);
  describe.each(cases)('a real 1.21-dev agent with %s', (name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    const json = read('status.json');
    const recorded = JSON.parse(json) as StatusResponse;

    it('reports the same KubeProxyReplacement for the same configuration', () => {
      const { data, devices } = JSON.parse(read('input.json')) as Input;
      const kpr = recorded['kube-proxy-replacement'];
      const listed = kpr?.deviceList ?? [];
      const facts = devices.map(({ name: device, addresses }) => ({
        name: device,
        ips:
          listed.find((entry) => entry.name === device)?.ip?.filter((ip) => ip !== '') ??
          addresses.map((address) => address.split('/')[0] ?? ''),
        defaultRoute: device === 'eth0',
      }));
      const settings = readSettings(data, version);
      const selected = selectedDevices(facts, settings);
      const status = kprStatus(settings, version, selected, directRoutingDevice(selected, settings, nodeIPs));
      expect(formatGoJson(status)).toBe(formatGoJson(kpr));
    });

    it('prints the same text for the same answer', () => {
      const print = (verbose: boolean): string =>
        layOut(
          formatStatus(recorded, verbose ? allDetails : noDetails, version, 0) +
            formatHealthDisabled(version),
          { minWidth: 2, padding: 3 },
        );
      // Ages of controllers are counted from the moment of asking: their table is left out of the comparison.
      const ageless = (text: string): string[] =>
        text.split('\n').filter((line) => !/^ {2}\S.* no error +$| Last success /.test(line));
      expect(print(false)).toBe(read('status.txt'));
      expect(ageless(print(true))).toEqual(ageless(read('status-verbose.txt')));
    });

    it('prints the same JSON bytes', () => {
      expect(`${formatGoJson(recorded)}\n\n`).toBe(json);
    });
  });

  it('sizes the maps as an agent on 25,276,502,016 bytes of memory does', () => {
    const recorded = JSON.parse(
      readFileSync(join(folder, 'kpr-true-defaults/status.json'), 'utf8'),
    ) as StatusResponse;
    expect(bpfMaps(version, 4, 25_276_502_016, 65_536).maps).toEqual(recorded['bpf-maps']?.maps);
  });
}
