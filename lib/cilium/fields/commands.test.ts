import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fields } from './catalogue';
import { changeCommands, verifyCommand } from './commands';
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
    restart: 'kubectl -n kube-system \\\n  rollout restart ds/cilium',
  });
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
