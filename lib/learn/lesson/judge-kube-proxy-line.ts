import type { LiveCluster } from './live-cluster';
import { met, open, shortened, unknown, type Verdict } from './verdict';

/** Modes that say Cilium does all of kube-proxy's work. */
const replaced = ['Strict', 'True'];

/** Judges whether an answer is the line of `cilium status` that proves kube-proxy to be replaced. */
export function judgeKubeProxyLine({ agents }: LiveCluster, answer: string): Verdict {
  const modes = new Set(agents.flatMap(({ status }) => status?.kubeProxyReplacement?.mode ?? []));
  const mode = [...modes].find((one) => replaced.includes(one));
  if (modes.size === 0) return unknown('No agent has told its status yet.');
  if (mode === undefined)
    return unknown(
      `These agents say ${[...modes].join(' or ')}: on this cluster kube-proxy is not replaced.`,
    );
  const match = /^\s*([^:]{1,60}?)\s*:\s*(\S+)/.exec(answer);
  if (match === null)
    return open('A line of the status has a name, a colon, and what it says. Copy all of it.');
  const [, name = '', said = ''] = match;
  if (name.toLowerCase() === 'status')
    return open('That line repeats it, under a heading. Copy the line with the name of what is replaced.');
  if (name.replace(/\s+/g, '').toLowerCase() !== 'kubeproxyreplacement')
    return open(
      `The line ${shortened(name)} says something else: it would stand there beside kube-proxy too.`,
    );
  if (said.toLowerCase() !== mode.toLowerCase())
    return open(`That is the line, but these agents do not say ${shortened(said)} in it.`);
  return met(`KubeProxyReplacement: ${mode}. An agent with this line does the work itself.`);
}
