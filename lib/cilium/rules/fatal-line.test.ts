import { expect, it } from 'vitest';
import { parseAgentVersion } from '../agent-version';
import { factsInWords } from './facts-in-words';
import { fatalLine, ruleOfFatalLine } from './fatal-line';
import { fatalMessage } from './fatal-message';
import { firstFatal } from './first-fatal';
import { judgeRules } from './judge-rules';
import type { StartFacts } from './start-facts';
import { noFacts } from './start-facts';

const configs: Record<string, string>[] = [
  { 'bpf-lb-mode': 'dsrr' },
  { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '1000' },
  { 'enable-ipv4': 'perhaps' },
];

const cases = ['1.12.0', '1.13.4', '1.16.0', '1.18.2', '1.20.0'].flatMap((version) =>
  configs.map((config) => ({ version, config: { 'kube-proxy-replacement': 'true', ...config } })),
);

it.each(cases)(
  'the last words of $version with $config name the rule that it died of',
  ({ version, config }) => {
    const release = parseAgentVersion(version);
    if (release === null) throw new Error(version);
    const fatal = firstFatal(release, config, noFacts);
    if (fatal === null) throw new Error('it starts');
    const { msg, error } = fatalMessage(fatal, release);
    const line = `level=fatal msg=${JSON.stringify(msg)}${error === null ? '' : ` error=${JSON.stringify(error)}`} subsys=daemon`;
    const log = ['level=info msg="  --bpf-lb-mode=\'x\'"', line, 'level=info msg=after', ''].join('\n');
    expect(fatalLine(log)).toBe(line);
    expect(ruleOfFatalLine(line, judgeRules(release, config, noFacts))).toBe(fatal.rule);
  },
);

it.each<{ rule: string; config: Record<string, string>; facts: Partial<StartFacts> }>([
  {
    rule: 'F3',
    config: { 'node-port-range': '61000,62000' },
    facts: { ephemeralPorts: { min: 32_768, max: 60_999 } },
  },
  {
    rule: 'F1',
    config: { 'node-port-range': '30000,40000', 'enable-auto-protect-node-port-range': 'false' },
    facts: { ephemeralPorts: { min: 32_768, max: 60_999 } },
  },
  {
    rule: 'C4',
    config: { 'bpf-lb-acceleration': 'native', 'enable-ipv6': 'false' },
    facts: {
      devices: [{ name: 'eth0', ips: [], defaultRoute: true }],
      devicesWithoutXDP: ['eth0'],
    },
  },
])('$rule is named by words that tell what only the node knows', ({ rule, config, facts }) => {
  for (const [version, replacement] of [
    ['1.13.4', 'strict'],
    ['1.18.2', 'true'],
  ] as const) {
    const release = parseAgentVersion(version);
    if (release === null) throw new Error(version);
    const data: Record<string, string> = { 'kube-proxy-replacement': replacement, ...config };
    const fatal = firstFatal(release, data, { ...noFacts, ...facts });
    expect(fatal?.rule).toBe(rule);
    if (fatal === null) continue;
    const { msg, error } = fatalMessage(fatal, release);
    const line = `level=fatal msg=${JSON.stringify(msg)}${error === null ? '' : ` error=${JSON.stringify(error)}`}`;
    expect(factsInWords(line)).toEqual(facts);
    expect(ruleOfFatalLine(line, judgeRules(release, data, noFacts))).toBeNull();
    expect(ruleOfFatalLine(line, judgeRules(release, data, { ...noFacts, ...factsInWords(line) }))).toBe(
      rule,
    );
  }
});

it('names no rule for a death that is none of these, and finds a panic where nothing is fatal', () => {
  const release = parseAgentVersion('1.18.2');
  if (release === null) throw new Error('no version');
  const rules = judgeRules(release, { 'bpf-lb-mode': 'dsrr' }, noFacts);
  const line = 'panic: runtime error: index out of range';
  expect(fatalLine(`level=info msg=x\n${line}\ngoroutine 1 [running]:`)).toBe(line);
  expect(ruleOfFatalLine(line, rules)).toBeNull();
  expect(fatalLine('level=info msg=fine\n')).toBeNull();
});
