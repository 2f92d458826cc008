import { hasSince } from './kernel-feature';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

/** Broken where the node's kernel is older than a release needs; RHEL's 4.18 counts as well. */
export function olderKernel(
  { facts: { kernel } }: Start,
  needed: `${number}`,
  words: (kernel: string) => string,
): Outcome {
  if (kernel === null) return missing('the kernel of the node');
  const name = `${kernel.major}.${kernel.minor}`;
  const isEnough = name === '4.18' || hasSince(kernel, needed);
  if (isEnough === null) return missing(`what the node’s kernel ${name} has of later kernels`);
  return isEnough ? null : broken(words(name));
}

/** D18: since v1.18 agents look for what they need before anything is loaded, and end without it. */
export const kernelRequirements: readonly Rule[] = [
  {
    id: 'D18',
    effect: 'fatal',
    stage: 'start',
    keys: ['kube-proxy-replacement'],
    since: '1.18',
    judge: (start) =>
      olderKernel(
        start,
        '5.10',
        () => 'requirements failed: Require support for bpf_redirect_neigh() (Linux 5.10.0 or newer)',
      ),
  },
];
