import { expect, it } from 'vitest';
import { parseAgentVersion } from '../agent-version';
import { judgeRules } from '../rules/judge-rules';
import { noFacts } from '../rules/start-facts';
import { findOut } from './find-out';

const configs: Record<string, string>[] = [
  { 'bpf-lb-mode': 'dsr', 'routing-mode': 'native', 'bpf-lb-acceleration': 'native' },
  { 'bpf-lb-mode': 'hybrid', 'tunnel-protocol': 'geneve', 'bpf-lb-dsr-dispatch': 'geneve' },
  { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'ipip', 'bpf-lb-acceleration': 'best-effort' },
  { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '131071', 'enable-bpf-masquerade': 'true' },
];

it.each(['1.12.9', '1.13.4', '1.14.5', '1.16.7', '1.17.10', '1.18.2', '1.19.0', '1.20.0'])(
  'tells a command for every rule that v%s leaves unknown',
  (text) => {
    const version = parseAgentVersion(text);
    if (version === null) throw new Error(`no version: ${text}`);
    const unknown = configs.flatMap((config) =>
      judgeRules(version, { 'kube-proxy-replacement': 'true', ...config }, noFacts).filter(
        ({ verdict }) => verdict === 'unknown',
      ),
    );
    expect(unknown.length).toBeGreaterThan(0);
    for (const { id, message } of unknown) expect(findOut(id, message), id).toMatch(/`[^`]+`/);
  },
);
