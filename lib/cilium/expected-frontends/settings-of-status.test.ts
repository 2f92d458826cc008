import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStatus } from '../parse-status';
import { nodePortAddressesOf, settingsOfStatus } from './settings-of-status';

const folder = join(import.meta.dirname, '../../../../shared/vectors/agent/services/runs');

type Run = { config: Record<string, string>; devices: [string, string[]][]; status: string[] };

if (!existsSync(folder)) {
  it.skip('reads ../shared/vectors/agent/services/runs (absent here)', () => {});
} else {
  const version = { major: 1, minor: 21, patch: 0 };
  describe.each(readdirSync(folder))('the status of a real 1.21-dev agent, run %s', (file) => {
    const { config, devices, status: lines } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Run;
    const status = parseStatus(lines.join('\n'));
    const settings = settingsOfStatus(status, version);
    it('says the settings it was given', () => {
      const full = config['kube-proxy-replacement'] === 'true';
      expect(settings).toMatchObject({
        nodePort: full,
        hostPort: full,
        externalIPs: full,
        ipv4: config['enable-ipv4'] !== 'false',
        ipv6: config['enable-ipv6'] === 'true',
        nodePortRange: { min: 30000, max: 32767 },
        clusterMesh: false,
      });
    });
    it('says nothing of topology hints and local redirects', () => {
      expect([settings.serviceTopology, settings.localRedirectPolicies]).toEqual([null, null]);
    });
    // Without replacement there are no node ports.
    if (config['kube-proxy-replacement'] !== 'true') return;
    it('names the addresses node ports listen on', () => {
      const ips = devices.flatMap(([, cidrs]) => cidrs.map((cidr) => cidr.split('/')[0] ?? ''));
      const families = ips.filter((ip) => settings.ipv6 || !ip.includes(':'));
      expect(nodePortAddressesOf(status, settings)?.sort()).toEqual(families.sort());
    });
  });
}

describe('a status without devices', () => {
  it('leaves the addresses unknown', () => {
    const version = { major: 1, minor: 16, patch: 0 };
    const status = parseStatus('KubeProxyReplacement:    False');
    expect(nodePortAddressesOf(status, settingsOfStatus(status, version))).toBeNull();
  });
});
