import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';

const shared = join(process.cwd(), '..', 'shared');
const folders = [
  'captures',
  'vectors/agent/settings/dual-stack-dsr',
  'vectors/agent/settings/both-annotations',
];
if (!existsSync(shared))
  process.stderr.write(`no real outputs in ${shared}: mutating our own samples only\n`);

const ownSamples = [
  'ID   Frontend               Service Type   Backend\n' +
    '1    10.96.0.1:443/TCP      ClusterIP      1 => 172.18.0.3:6443/TCP (active)\n' +
    '9    [fd00:10:96::a]:53/i   NodePort       1 => [fd00::7]:53/UDP (terminating) (preferred)\n',
  'KubeProxyReplacement:   True   [eth0  192.0.2.11 (Direct Routing)]\nMasquerading:   BPF   [eth0]   10.0.0.0/8 [IPv4: Enabled, IPv6: Disabled]\n' +
    'KubeProxyReplacement Details:\n  Status:   True\n  - NodePort:   Enabled (Range: 30000-32767) \n',
  '[{"spec":{"id":1},"status":{"realized":{"id":1,"frontend-address":{"ip":"10.96.0.1","port":443},"flags":{"type":"ClusterIP"},"backend-addresses":[{"ip":"10.0.0.1","port":6443}]}}}]',
  '{"kube-proxy-replacement":{"mode":"True","deviceList":[{"ip":["","192.0.2.11"],"name":"eth0"}],"features":{"nodePort":{"enabled":true,"mode":"SNAT"}}}}',
];

/** Small outputs only: what counts is how many are tried, not how much they say. */
const samples = [
  ...ownSamples,
  ...folders
    .filter((folder) => existsSync(join(shared, folder)))
    .flatMap((folder) =>
      readdirSync(join(shared, folder))
        .filter((file) => /status|service-list|error/.test(file))
        .map((file) => readFileSync(join(shared, folder, file), 'utf8'))
        .filter((text) => text.length < 7000),
    ),
];

/** A small generator of its own, so that a failure can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

const fragments = [
  ...[
    '\n',
    '\r\n',
    '\t',
    '   ',
    '',
    '\0',
    '…',
    '\u2028',
    '=>',
    '1 => ',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '"',
    '\\',
    ',',
    ':',
    '/',
    '@',
  ],
  ...[
    '/TCP',
    '(active)',
    '(',
    '()',
    '10.0.0.1:80',
    '999.1.1.1:70000',
    '[::]:1/i',
    '- ',
    '  ',
    '└',
    '├── ',
    'Enabled',
    '#',
    '...',
    '[...]',
  ],
  ...[
    'null',
    '-1',
    '1e999',
    '__proto__',
    'Services:',
    'KubeProxyReplacement:',
    'Cluster health:',
    'ID   Frontend   ',
  ],
];

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const length = random(12);
  switch (random(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + (fragments[random(fragments.length)] ?? '') + text.slice(at);
    case 3:
      return text.slice(0, at) + (fragments[random(fragments.length)] ?? '') + text.slice(at + length);
    case 4:
      return text.slice(0, at) + text.slice(at, at + length * 9).repeat(2) + text.slice(at);
    default:
      return text.slice(0, at) + String.fromCharCode(random(65536)) + text.slice(at + 1);
  }
}

const mutationCount = 100_000;

test(`${mutationCount} mutations of real outputs are read without throwing, and told of within bounds`, () => {
  const random = seeded(20260601);
  for (let round = 0; round < mutationCount; round += 1) {
    let text = samples[random(samples.length)] ?? '';
    for (let count = 1 + random(3); count > 0; count -= 1) text = mutate(text, random);
    const read = round % 2 === 0 ? parseServiceList(text) : parseStatus(text);
    const lineCount = text.split('\n').length;
    for (const { line, text: unparsed, reason } of read.unparsed) {
      if (line < 1 || line > lineCount || unparsed.length > 401 || reason === '') {
        expect.fail(`line ${line} of ${lineCount}: ${unparsed} (${reason})`);
      }
    }
  }
}, 60_000);
