import type { Prediction, PredictionOption } from '../predict/prediction';
import { counted, figure } from './counted';
import { endpointChangeWork } from './endpoint-change';
import { workUpTo, type LookupWalk } from './lookup-walk';
import type { LookupStepId } from './lookup-step';

/** Gives the questions of a walk, in the order of its steps. */
export function kubeProxyPredictions(walk: LookupWalk): Prediction[] {
  return [rules(walk), reads(walk), later(walk), change(walk)].filter((prediction) => prediction !== null);
}

const at = ({ steps }: LookupWalk, id: LookupStepId): number => steps.findIndex((step) => step.id === id);

/** Numbers to choose from, each once, the smallest first. */
function numbers(counts: readonly number[], words: (count: number) => string): PredictionOption[] {
  return [...new Set(counts)]
    .sort((a, b) => a - b)
    .map((count) => ({ id: String(count), words: words(count), address: null }));
}

const ruleWords = (count: number): string => counted(count, 'rule');

function rules(walk: LookupWalk): Prediction | null {
  const { parameters, rule, isOutside } = walk;
  const { services } = parameters;
  const step = at(walk, 'service');
  const right = walk.steps[step]?.kubeProxy.work ?? 0;
  const options = numbers([1, Math.ceil(services / 2), rule, services, right], ruleWords);
  if (options.length < 2) return null;
  const where = `KUBE-SERVICES has a rule for each of ${figure(services)} Services; this one’s is number ${figure(rule)}.`;
  return {
    id: 'rules',
    step,
    question: `${where} How many rules of that chain is ${isOutside ? 'a packet to its node port' : 'the packet'} compared with?`,
    options,
    rightId: String(right),
    fact: `With ${ruleWords(right)}`,
    why: isOutside
      ? 'The rules are for the Services’ own addresses. None fits the address of a node, so all of them are compared before the last rule of the chain takes the packet.'
      : 'iptables goes through a chain from the top until a rule fits. It has no index to jump in by.',
  };
}

function reads(walk: LookupWalk): Prediction | null {
  const { services } = walk.parameters;
  const options = numbers([1, Math.ceil(Math.log2(services)), services], (count) =>
    count === 1 ? 'one' : figure(count),
  ).filter(({ id }) => id !== '0');
  if (options.length < 2) return null;
  return {
    id: 'reads',
    step: at(walk, 'service'),
    question: `Cilium’s map has an entry for each of the ${figure(services)} as well. How many does it read to find this one?`,
    options,
    rightId: '1',
    fact: 'One',
    why: 'It is a hash map: the key itself says where the entry is. Twice as many Services do not make it longer.',
  };
}

function later(walk: LookupWalk): Prediction {
  const { rules: all } = workUpTo(walk);
  const end = walk.steps
    .filter(({ id }) => id === 'choose' || id === 'address')
    .reduce((sum, { kubeProxy }) => sum + kubeProxy.work, 0);
  return {
    id: 'later',
    step: at(walk, 'later'),
    question: `The first packet was compared with ${ruleWords(all)} of the table nat. With how many is the second one?`,
    options: [
      { id: 'none', words: 'none of them', address: null },
      { id: 'end', words: `${figure(end)}: those of its own Service`, address: null },
      { id: 'all', words: `${figure(all)} again`, address: null },
    ],
    rightId: 'none',
    fact: 'With none of them',
    why: 'conntrack knows the connection by its hash and rewrites the packet as it did the first. The length of the chain is paid for once in a connection.',
  };
}

function change(walk: LookupWalk): Prediction | null {
  const { iptablesPartial, iptablesWhole } = endpointChangeWork(walk.parameters);
  const options = numbers([3, iptablesPartial, iptablesWhole], ruleWords);
  if (options.length < 2) return null;
  return {
    id: 'change',
    step: at(walk, 'change'),
    question:
      'One pod of this Service is replaced by another. How many rules does kube-proxy hand to the kernel (Kubernetes 1.27 and later)?',
    options,
    rightId: String(iptablesPartial),
    fact: ruleWords(iptablesPartial),
    why: 'The chains of other Services stay as they are, but the chain that lists all Services is written as a whole.',
  };
}
