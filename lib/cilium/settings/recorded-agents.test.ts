import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStatus } from '../parse-status';
import { noFacts } from '../rules/start-facts';
import type { ConfigLayer } from './config-layers';
import { judgeSettings } from './judge-settings';

const folder = join(process.cwd(), '..', 'shared/vectors/agent/settings');
const version = { major: 1, minor: 21, patch: 0 };

if (!existsSync(folder)) {
  it.skip('reads ../shared/vectors/agent/settings (absent here)', () => {});
} else {
  const cases = readdirSync(folder).filter((name) => statSync(join(folder, name, 'status.json')).size > 0);
  describe.each(cases)('a real 1.21-dev agent that runs with %s', (name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    const { data } = JSON.parse(read('input.json')) as { data: Record<string, string> };
    const beside = { version, layers: [layerOf(data)], startedMs: null };

    it.each(['status.json', 'status-verbose.txt'])(
      'runs with what it was given, or with what a rule puts in its place (%s)',
      (file) => {
        const status = parseStatus(read(file));
        const { settings } = judgeSettings(
          { ...beside, status, isRunning: true, startedWith: data },
          noFacts,
        );
        const odd = settings.filter(
          ({ verdict }) => !['in-effect', 'overridden', 'not-reported'].includes(verdict),
        );
        expect(odd).toEqual([]);
      },
    );

    it('breaks no rule that would have ended it', () => {
      // What an agent survived is not held against it: the rules are asked without that knowledge.
      const asked = { ...beside, status: null, isRunning: false, startedWith: null };
      const { rules } = judgeSettings(asked, noFacts);
      expect(rules.filter(({ verdict }) => verdict === 'fatal')).toEqual([]);
    });
  });
}

function layerOf(data: Record<string, string>): ConfigLayer {
  return {
    kind: 'config-map',
    object: 'ConfigMap kube-system/cilium-config',
    data,
    writtenTimestamp: null,
    keyTimestamps: {},
  };
}
