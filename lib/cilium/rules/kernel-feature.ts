import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';
import type { StartFacts } from './start-facts';

type Kernel = NonNullable<StartFacts['kernel']>;

/** RHEL 8, SLES 15 and RHEL 9: their kernels carry much of later ones, and their number does not tell what. */
const enterpriseKernels = ['4.18', '5.3', '5.14'];

/** Whether a kernel is Linux `since` or newer; null where its number does not tell what it has. */
export function hasSince({ major, minor }: Kernel, since: `${number}`): boolean | null {
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  if (major > sinceMajor || (major === sinceMajor && minor >= sinceMinor)) return true;
  return enterpriseKernels.includes(`${major}.${minor}`) ? null : false;
}

/** Patches of older kernels that the hooks at recvmsg came with, as with Linux 5.2. */
const recvmsgPatchMin: Record<string, number> = { '4.19': 57, '5.1': 16 };

/** Whether programs can be attached to recvmsg; null where it cannot be told. */
export function hasRecvmsgHooks(kernel: Kernel): boolean | null {
  const patchMin = recvmsgPatchMin[`${kernel.major}.${kernel.minor}`];
  if (patchMin === undefined) return hasSince(kernel, '5.2');
  return kernel.patch === undefined ? null : kernel.patch >= patchMin;
}

type KernelCheck = Omit<Rule, 'judge'> & {
  /** When an agent asks for it. */
  applies: (start: Start) => boolean;
  has: (kernel: Kernel) => boolean | null;
  words: string;
};

/** A check of what the kernel of the node has: broken only where the number of the kernel leaves no doubt. */
export function kernelRule({ applies, has, words, ...rule }: KernelCheck): Rule {
  return {
    ...rule,
    judge(start): Outcome {
      const { kernel } = start.facts;
      if (!applies(start)) return null;
      if (kernel === null) return missing('the kernel of the node');
      const found = has(kernel);
      if (found === null)
        return missing(`what the node’s kernel ${kernel.major}.${kernel.minor} has of later kernels`);
      return found ? null : broken(words);
    },
  };
}
