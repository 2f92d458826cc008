import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIP } from '@/lib/cilium/ip-address';
import { frontendsCsv } from './frontends-csv';
import { frontendsJson } from './frontends-json';
import { agreementJson } from './agreement-json';
import { Mask } from './mask';
import { maskAgreement } from './mask-agreement';
import { maskFrontend } from './mask-frontend';
import { MaskVocabulary } from './mask-vocabulary';
import { maskedIPv4, maskedIPv6 } from './masked-address';
import { problemReport } from './problem-report';
import { problemsCsv } from './problems-csv';
import { randomCluster, type RandomCluster } from './random-cluster.fixture';

const head = {
  product: 'KPR Explorer 0',
  source: 'cluster-x1',
  exportedAt: '2026-01-01T00:00:00Z',
  filter: null,
  masked: true,
};

function maskOf({ frontends, agents, agreement }: RandomCluster): Mask {
  const known = new MaskVocabulary();
  known.agents(agents);
  for (const frontend of frontends) known.frontend(frontend);
  for (const frontend of frontends) known.texts(frontend);
  known.agreement(agreement);
  return Mask.of(known);
}

function maskWith(learn: (known: MaskVocabulary) => void = () => undefined): Mask {
  const known = new MaskVocabulary();
  learn(known);
  return Mask.of(known);
}

describe('a masked export of a random cluster', () => {
  const exportsOf = (cluster: RandomCluster): Record<string, string> => {
    const mask = maskOf(cluster);
    const frontends = cluster.frontends.map((frontend) => maskFrontend(mask, frontend));
    const agreement = maskAgreement(mask, cluster.agreement);
    return {
      csv: [...frontendsCsv(frontends, 9)].join(''),
      json: [...frontendsJson(head, frontends, frontends.length)].join(''),
      problems: [...problemsCsv(agreement.problems)].join(''),
      agreement: agreementJson(head, agreement),
      reports: agreement.problems
        .map((problem, index) =>
          problemReport(
            {
              problem: { ...problem, keys: problem.key === null ? [] : [problem.key] },
              severityWords: 'traffic fails',
              frontend: frontends[index] ?? null,
              commands: [],
            },
            head,
          ),
        )
        .join('\n'),
    };
  };

  test('has none of its names and addresses, in any format', () => {
    fc.assert(
      fc.property(randomCluster, (cluster) => {
        for (const [format, text] of Object.entries(exportsOf(cluster))) {
          const left = [...cluster.names, ...cluster.addresses].filter((original) => text.includes(original));
          expect(left, format).toEqual([]);
        }
      }),
    );
  });

  test('is the same each time', () => {
    fc.assert(
      fc.property(randomCluster, (cluster) => {
        expect(exportsOf(cluster)).toEqual(exportsOf(structuredClone(cluster)));
      }),
      { numRuns: 30 },
    );
  });

  test('keeps different things different, with addresses that are addresses', () => {
    fc.assert(
      fc.property(randomCluster, (cluster) => {
        const mask = maskOf(cluster);
        const names = cluster.names.map((name) => mask.name('other', name));
        const addresses = cluster.addresses.map((address) => mask.address(address));
        expect(new Set([...names, ...addresses]).size).toBe(cluster.names.length + cluster.addresses.length);
        expect(addresses.every(isIP)).toBe(true);
        cluster.addresses.forEach((original, index) => {
          expect(addresses[index]?.includes(':')).toBe(original.includes(':'));
        });
      }),
    );
  });
});

test('a placeholder is never the real name or address of something else', () => {
  const names = ['svc-x1', 'web', 'svc-x2'];
  const addresses = ['10.0.0.1', '198.18.0.1', '2001:db8::1', 'fd00::1'];
  const mask = maskWith((known) => {
    for (const name of names) known.name('service', name);
    for (const address of addresses) known.address(address);
  });
  const masked = [
    ...names.map((name) => mask.name('service', name)),
    ...addresses.map((ip) => mask.address(ip)),
  ];
  expect(masked.filter((word) => [...names, ...addresses].includes(word))).toEqual([]);
  expect(new Set(masked).size).toBe(names.length + addresses.length);
});

test('one address has one placeholder however it is written, and its cluster ID stays', () => {
  const mask = maskWith();
  expect(mask.address('2001:0db8:0:0::00ff')).toBe(mask.address('2001:db8::ff'));
  expect(mask.address('10.0.0.1@2')).toBe(`${mask.address('10.0.0.1')}@2`);
});

test('what every cluster has stays: wildcards, loopback, our own descriptions', () => {
  const mask = maskWith((known) => {
    for (const ip of ['0.0.0.0', '::', '127.0.0.1']) known.address(ip);
  });
  expect(['0.0.0.0', '::', '127.0.0.1', '::1'].map((ip) => mask.address(ip))).toEqual([
    '0.0.0.0',
    '::',
    '127.0.0.1',
    '::1',
  ]);
  expect(mask.name('pod', 'API server')).toBe('API server');
  expect(mask.text('Node still has API server (1.2.3.4:6443/TCP).')).toBe(
    `Node still has API server (${mask.address('1.2.3.4')}:6443/TCP).`,
  );
});

test('of a label the key that everybody knows stays; its value has the placeholder of what it names', () => {
  const labels = ['app=checkout', 'app.kubernetes.io/part-of=shop', 'acme.example/cost=on', 'canary='];
  const mask = maskWith((known) => {
    known.labels(labels);
    known.name('service', 'checkout');
    known.name('other', 'label-x1');
  });
  expect(mask.labels(labels)).toEqual([
    `app=${mask.name('service', 'checkout')}`,
    'app.kubernetes.io/part-of=label-x2',
    'label-x3=label-x4',
    'label-x5=',
  ]);
  expect(mask.text('It goes on with the shop.')).toBe('It goes on with the shop.');
});

describe('a sentence', () => {
  const mask = maskWith((known) => {
    known.name('node', 'ip-192-168-1-2.ec2.internal');
    known.name('node', 'worker-1');
    known.name('service', 'web');
    known.name('namespace', 'shop');
  });
  const node = mask.name('node', 'worker-1');
  const web = mask.name('service', 'web');
  const shop = mask.name('namespace', 'shop');

  test.each([
    ['Nodes worker-1, worker-1 and 3 more.', `Nodes ${node}, ${node} and 3 more.`],
    ['no EndpointSlice of shop/web has.', `no EndpointSlice of ${shop}/${web} has.`],
    ['web.shop.svc', `${web}.${shop}.svc`],
    [
      'It is 08:14:02 on 2026-01-31T08:14:02.123Z, v1.18.2.',
      'It is 08:14:02 on 2026-01-31T08:14:02.123Z, v1.18.2.',
    ],
    ['dropped 80/TCP/i', 'dropped 80/TCP/i'],
    ['to Maglev on worker-1.', `to Maglev on ${node}.`],
  ])('%j has its names masked, and nothing else', (text, expected) => {
    expect(mask.text(text)).toBe(expected);
  });

  test.each([
    ['[fd00::7]:53/UDP', 'fd00::7'],
    ['at fd00::7: gone', 'fd00::7'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['route 10.1.0.0/16 via https://10.1.2.3:6443/x', '10.1.'],
    ['name 10.1.2.3.nip.example', '10.1.2.3'],
    ['ip-10-1-2-3.other.example', '10-1-2-3'],
    ['new-pod-5 (10.1.2.3:80/TCP)', 'new-pod-5'],
    ['CiliumNodeConfig kube-system/canary sets', 'canary'],
  ])('%j loses %s', (text, original) => {
    expect(mask.text(text)).not.toContain(original);
  });
});

test('placeholders for addresses are many, valid and different', () => {
  const numbers = [0, 1, 255, 131_069, 131_070, 1_000_000];
  expect(maskedIPv4(0)).toBe('198.18.0.1');
  expect(maskedIPv4(131_069)).toBe('198.19.255.254');
  expect(maskedIPv4(131_070)).toBe('240.0.0.1');
  expect(numbers.map(maskedIPv4).every(isIP)).toBe(true);
  expect(numbers.map(maskedIPv6).every(isIP)).toBe(true);
  expect(maskedIPv6(0xffff)).toBe('2001:db8::1:0');
});
