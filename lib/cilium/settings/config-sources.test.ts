import { expect, it } from 'vitest';
import { nodeConfigHindrance } from './config-sources';

const build = (...flags: string[]) => ({ command: ['cilium-dbg', 'build-config', ...flags] });
const keys = ['bpf-lb-acceleration', 'trace-sock'];

it.each([
  ['without flags', build()],
  ['with the usual sources', build('--source=config-map:cilium-config,cilium-node-config:kube-system')],
  ['where both keys are allowed', build('--allow-config-keys=trace-sock,bpf-lb-acceleration')],
  ['where others are denied', build('--deny-config-keys', 'bpf-lb-mode')],
  [
    'where they are denied and allowed',
    build('--deny-config-keys=trace-sock', '--allow-config-keys=trace-sock,bpf-lb-acceleration'),
  ],
])('agents read a CiliumNodeConfig %s', (_when, container) => {
  expect(nodeConfigHindrance(container, keys)).toBeNull();
});

it.each([
  ['the ConfigMap is mounted', null, 'mounted'],
  [
    'it is no source',
    build('--source=config-map:cilium-config,node:here'),
    'config-map:cilium-config,node:here',
  ],
  ['one key is denied', build('--deny-config-keys=trace-sock'), 'take trace-sock from'],
  ['only another is allowed', build('--allow-config-keys=trace-sock'), 'take bpf-lb-acceleration from'],
])('agents read none where %s', (_why, container, words) => {
  expect(nodeConfigHindrance(container, keys)).toContain(words);
});
