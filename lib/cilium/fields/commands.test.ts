import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fields } from './catalogue';
import { changeCommands, checkCommand, verifyCommand } from './commands';
import type { FieldContext } from './field-context';
import { shellWord } from './shell-word';

const context: FieldContext = {
  node: 'n',
  nodeIP: null,
  version: { major: 1, minor: 13, patch: 4 },
  namespace: 'kube-system',
  pod: 'cilium-vl8qd',
  container: 'cilium-agent',
  daemonSet: 'cilium',
  binary: 'cilium',
  outside: null,
  byType: {},
};

it('gives the shell back exactly the word it was given', () => {
  for (const word of ['plain', 'a b', "it's", '$(reboot)', '`reboot`', 'a\nb', '"', '\\', ';', ''])
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`]).toString()).toBe(word);
});

it('points the commands at the reader’s agent', () => {
  const [setting] = fields.mode.settings;
  if (setting === undefined) throw new Error('mode has no setting');
  expect(changeCommands(setting, 'dsr', context)).toEqual({
    helm: 'helm upgrade cilium cilium/cilium \\\n  --version 1.13.4 -n kube-system \\\n  --reuse-values \\\n  --set loadBalancer.mode=dsr',
    configMap: `kubectl -n kube-system patch configmap cilium-config \\\n  --type merge -p '{"data":{"bpf-lb-mode":"dsr"}}'`,
    cli: 'cilium config set --namespace kube-system \\\n  --restart=false \\\n  bpf-lb-mode dsr',
    restart: 'kubectl -n kube-system \\\n  rollout restart ds/cilium',
  });
  const [check] = fields.masquerading.checks ?? [];
  if (check === undefined) throw new Error('masquerading has no check');
  expect(checkCommand(check, context)).toBe(
    'kubectl -n kube-system exec cilium-vl8qd \\\n  -c cilium-agent -- \\\n  cilium bpf nat list',
  );
  expect(verifyCommand(fields.mode, context)).toBe(
    "kubectl -n kube-system exec cilium-vl8qd \\\n  -c cilium-agent -- \\\n  cilium status --verbose \\\n  | grep -- ' Mode:'",
  );
});

it('escapes the comma that Helm would split at, and a pod’s name that a shell would run', () => {
  const [range] = fields['node-port'].settings;
  if (range === undefined) throw new Error('node-port has no setting');
  expect(changeCommands(range, '30000,32767', context).helm).toContain(
    String.raw`'nodePort.range=30000\,32767'`,
  );
  expect(verifyCommand(fields.mode, { ...context, pod: 'x; reboot' })).toContain("exec 'x; reboot' ");
});

const details = [
  'KubeProxyReplacement:    True   [eth0  192.0.2.1 (Direct Routing)]',
  'Host firewall:           Disabled',
  'KubeProxyReplacement Details:',
  '  Status:                 True',
  '  Mode:                   SNAT',
  '  NAT46/64 Support:',
  '  - Services:         Enabled',
  '  - Gateway:          Enabled',
  '    Prefixes:         64:ff9b::/96',
  '  XDP Acceleration:   Disabled',
  '  Services:',
  '  - ClusterIP:      Enabled',
  '  - NodePort:       Enabled (Range: 30000-32767) ',
  '  - LoadBalancer:   Enabled ',
  '  - externalIPs:    Enabled ',
  '  - HostPort:       Enabled',
  '  Annotations:',
  '  - service.cilium.io/node',
  '  - service.cilium.io/type',
].join('\n');

it.each([
  ['status', ['  Status:                 True']],
  ['services', ['  - ClusterIP:      Enabled', '  - HostPort:       Enabled']],
  ['annotations', ['  - service.cilium.io/node', '  - service.cilium.io/type']],
  ['nat46x64', ['  - Gateway:          Enabled']],
  ['mode', ['  Mode:                   SNAT']],
] as const)('the command for %s prints the values, not the heading alone', (id, lines) => {
  const filter = verifyCommand(fields[id], context).split('| ').at(-1) ?? '';
  const found = execFileSync('sh', ['-c', filter], { input: details }).toString().split('\n');
  for (const line of lines) expect(found).toContain(line);
  expect(found).not.toContain('Host firewall:           Disabled');
});
