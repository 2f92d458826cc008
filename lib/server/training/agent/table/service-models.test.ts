import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { ServiceModel } from '../output/service-model';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { endpointSliceInput, nodeInput, serviceInput } from './object-inputs';
import { serviceModels } from './service-models';

const folder = join(import.meta.dirname, '../../../../../../shared/vectors/agent/services');
const version: CiliumVersion = { major: 1, minor: 21, patch: 0, text: '1.21.0-dev' };

/** What the recording's own source of Services does otherwise (vectors/agent/README.md, Limits), or no API server allows. */
const apart = new Set(['ann-node', 'ann-node-selector', 'label-proxy-name', 'ports-no-protocol']);

type Input = { services?: KindTypes['Service'][]; endpoints?: KindTypes['EndpointSlice'][] };
type Run = { config: Record<string, string>; devices: [string, string[]][] };

function withoutIds(services: readonly ServiceModel[]): unknown[] {
  return services.map(({ spec, status }) => {
    const { id: _specId, ...wanted } = spec ?? { 'backend-addresses': null };
    const { id: _realizedId, ...realized } = status?.realized ?? { 'backend-addresses': null };
    return { wanted, realized };
  });
}

if (!existsSync(folder)) {
  it.skip('reads ../shared/vectors/agent/services (absent here)', () => {});
} else {
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
  const cases = readdirSync(folder).filter((name) => name !== 'runs' && !apart.has(name));
  describe.each(cases)('service list -o json of %s', (name) => {
    const runs = readdirSync(join(folder, name)).filter((entry) => !entry.includes('.'));
    it.each(runs)('as a real 1.21-dev agent answers in run %s, but for the IDs', (run) => {
      const { config, devices } = JSON.parse(read('runs', `${run}.json`)) as Run;
      const { sync } = JSON.parse(read(name, run, 'meta.json')) as { sync: string };
      const objects = parse(read(name, 'input.yaml')) as Input;
      const settings = readSettings(config, version);
      const addresses = devices.flatMap(([, cidrs]) => {
        const ips = cidrs.map((cidr) => cidr.split('/')[0] ?? '');
        const family = (ipv6: boolean): string[] => ips.filter((ip) => ip.includes(':') === ipv6).slice(0, 1);
        return [...family(false), ...(settings.loadBalancing.ipv6 ? family(true) : [])];
      });
      const rows = expectedFrontends({
        version,
        settings: settings.loadBalancing,
        node: nodeInput(undefined, 'kpr1', addresses),
        services: sync === 'synced' ? (objects.services ?? []).map(serviceInput) : [],
        endpointSlices: (objects.endpoints ?? []).map(endpointSliceInput),
        pods: [],
        redirectPolicies: [],
      }).map((frontend, index) => ({ id: frontend.programmed ? index + 1 : 0, frontend }));
      const recorded = JSON.parse(read(name, run, 'service-list.json')) as ServiceModel[];
      expect(withoutIds(serviceModels(rows, version, () => 0))).toEqual(withoutIds(recorded));
    });
  });
}
