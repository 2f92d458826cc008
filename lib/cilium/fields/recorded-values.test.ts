import { describe, expect, it } from 'vitest';
import { parseStatus } from '../parse-status';
import { fields } from './catalogue';
import { costsOf } from './field-entry';
import type { FieldId } from './field-id';
import { fieldIds, isFieldId } from './field-id';
import { readOutputLines } from './output-lines';
import { tell } from './passage';
import {
  bareContext,
  recordedAreHere,
  recordedStatuses,
  type RecordedStatus,
} from './recorded-statuses.fixture';
import { valuesNotPrinted } from './stated-values.fixture';
import { decidingWord, valueClaims } from './value-claims.fixture';

const outputs = recordedStatuses();

/** As printed, with the blanks that Cilium’s own formatting adds taken out. */
function tidy(value: string): string {
  return value
    .trim()
    .replace(/ +/g, ' ')
    .replace(/ ?,(?=$| )/g, ',')
    .replace(/,$/, '');
}

const saidOf = (id: FieldId, { status, version }: Pick<RecordedStatus, 'status' | 'version'>) =>
  tell(fields[id].meaning(status, bareContext(version)), version, 'expert').join(' ');

/** Values that stand for each other on the lines that know only two. */
const opposites: Record<string, string> = {
  Enabled: 'Disabled',
  Disabled: 'Enabled',
  Full: 'Hostns-only',
  'Hostns-only': 'Full',
  SNAT: 'DSR',
  DSR: 'SNAT',
  Random: 'Maglev (Table Size: 251)',
  Native: 'Disabled',
  'Best-Effort': 'Native',
  Generic: 'Native',
  TCX: 'Legacy TC',
  'Legacy TC': 'TCX',
  BPF: 'Legacy',
  Legacy: 'BPF',
  veth: 'netkit',
  True: 'False',
  False: 'True',
  Strict: 'Disabled',
};

/** The same where a line has words of its own for on. */
const oppositesOn: Partial<Record<FieldId, Record<string, string>>> = {
  status: { Disabled: 'Strict' },
  'xdp-acceleration': { Disabled: 'Native' },
  masquerading: { Disabled: 'BPF', BPF: 'IPTables' },
};

/** Lines whose text is the same whatever the agent runs with. */
const constant: readonly FieldId[] = ['cluster-ip', 'load-balancer'];

describe.skipIf(!recordedAreHere)('explanations of recorded outputs', () => {
  it('show as the value of a line what is printed on it', () => {
    let compared = 0;
    for (const { path, text, status, edited } of outputs) {
      if (edited) continue;
      for (const { line, kind, topic, label, value } of readOutputLines(text, status.unparsed)) {
        if (kind !== 'topic' || topic === null || !isFieldId(topic) || fields[topic].path === null) continue;
        if (label.startsWith('KubeProxyReplacement:') || topic.startsWith('annotation-')) continue;
        // A head (`NAT46/64 Support:`, `Annotations:`) has its values in the lines below it.
        if (tidy(value) === '') continue;
        // When the probes ran is told by the line itself.
        const printed = topic === 'cluster-health' ? tidy(value).replace(/ \(.*$/, '') : tidy(value);
        expect(fields[topic].value(status).text, `${path}:${line} ${topic}`).toBe(printed);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(8_000);
  });

  it('state no value that the agent did not print', () => {
    const lies: string[] = [];
    for (const { path, text, status, version } of outputs) {
      if (status.kubeProxyReplacement === undefined) continue;
      const devices = (status.kubeProxyReplacement.deviceList ?? []).map(({ name }) => name);
      for (const id of fieldIds) {
        if (fields[id].value(status).state === 'not-reported') continue;
        const said = [
          saidOf(id, { status, version }),
          ...tell(costsOf(fields[id], status), version, 'expert'),
        ].join(' ');
        // Without device list the sentence names no device, so what it could borrow is empty.
        lies.push(...valuesNotPrinted(said, text, devices).map((lie) => `${path} ${id} ${lie}: ${said}`));
      }
    }
    expect(lies).toEqual([]);
  });

  it('claim of a value what holds for it, and nothing that holds for another', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { path, status, version } of outputs)
      for (const id of fieldIds) {
        const claims = valueClaims[id];
        const { state, text } = fields[id].value(status);
        if (claims === undefined || state === 'not-reported') continue;
        const word = decidingWord(text, claims);
        const claim = claims[word];
        if (claim === undefined) continue;
        seen.add(`${id} ${word}`);
        const said = saidOf(id, { status, version });
        if (!claim.test(said)) wrong.push(`${path} ${id} ${text}: ${said}`);
        for (const [other, foreign] of Object.entries(claims))
          if (foreign.source !== claim.source && foreign.test(said))
            wrong.push(`${path} ${id} ${text} is told as ${other}: ${said}`);
      }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });

  it('change with the value', () => {
    const seen = new Set<string>();
    for (const recorded of outputs) {
      const lines = readOutputLines(recorded.text, recorded.status.unparsed);
      for (const { line, kind, topic, label, value } of lines) {
        if (kind !== 'topic' || topic === null || !isFieldId(topic) || constant.includes(topic)) continue;
        if (label.startsWith('KubeProxyReplacement:')) continue;
        const other = oppositesOn[topic]?.[value.trim()] ?? opposites[value.trim()];
        const key = `${topic} ${value.trim()} ${recorded.version?.minor}`;
        if (other === undefined || seen.has(key)) continue;
        seen.add(key);
        const changed = recorded.text
          .split('\n')
          .with(line - 1, `${label}${other}`)
          .join('\n');
        const status = parseStatus(changed);
        expect(fields[topic].value(status).text, `${recorded.path}:${line}`).toBe(other);
        expect(
          saidOf(topic, { status, version: recorded.version }),
          `${recorded.path}:${line} ${topic}`,
        ).not.toBe(saidOf(topic, recorded));
      }
    }
    expect(seen.size).toBeGreaterThan(100);
  });
});

describe('a sentence that lies', () => {
  const printed =
    'Mode: SNAT\nDevices: eth0  192.0.2.1 (Direct Routing)\nBackend Selection: Maglev (Table Size: 251)';

  it.each([
    ['`DSR`: answers go straight to the client', ['DSR']],
    ['leaves under `192.0.2.11`', ['192.0.2.11']],
    ['a table of `16381` slots', ['16381']],
    ['translates in the driver of `eth1`', ['eth1']],
  ])('is found out: %s', (sentence, lies) => {
    expect(valuesNotPrinted(sentence, printed, ['eth0', 'eth1'])).toEqual(lies);
  });

  it.each([
    'leaves under `192.0.2.1`',
    'a table of `251` slots',
    'at `eth0` on `node-1`, map `cilium_lb4_services_v2`',
  ])('is not seen where there is none: %s', (sentence) => {
    expect(valuesNotPrinted(sentence, printed, ['eth0'])).toEqual([]);
  });
});
