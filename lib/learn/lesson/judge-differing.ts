import type { LiveCluster, LiveProblem } from './live-cluster';
import { typedAddresses, type TypedAddress } from './typed-addresses';
import { listed, met, open, shortened, unknown, type Verdict } from './verdict';

const nobody = 'Here every agent has what it must have: there is no such node to be found.';

/** Judges whether an answer names the node that differs from the rest, in its rows or in its settings. */
export function judgeNode(cluster: LiveCluster, what: LiveProblem['what'], answer: string): Verdict {
  const { problems, agents } = cluster;
  if (problems === null) return unknown('Whether agents agree is not known yet.');
  const nodes = new Set(problems.filter((one) => one.what === what).flatMap((one) => one.nodes));
  if (nodes.size === 0) return unknown(nobody);
  const known = agents.map(({ node }) => node);
  // `Node 02`, as pages say it.
  const typed = plain(
    answer
      .trim()
      .toLowerCase()
      .replace(/^node\s+/, ''),
  );
  // A short form will do where it means one node.
  const meant = known.filter((node) =>
    [node, node.split('.')[0] ?? ''].some(
      (name) => plain(name) === typed || plain(name).endsWith(`-${typed}`),
    ),
  );
  const [node] = meant;
  if (node === undefined)
    return open(`There is no node ${shortened(answer.trim())}. There are ${listed(known)}.`);
  if (meant.length > 1) return open(`That may be ${listed(meant)}.`);
  if (nodes.has(node)) return met(found(problems, what, node));
  const other = problems.find((one) => one.what !== what && one.nodes.includes(node));
  if (other !== undefined) {
    return open(
      what === 'rows'
        ? `${node} differs too, but in its settings: its rows are what they must be.`
        : `${node} differs too, but in its rows: its settings are those of the others.`,
    );
  }
  return open(`${node} has what it must have: ${listed(known.filter((one) => one !== node))} are left.`);
}

/** Without the zeros that a number may begin with: `worker-2` means `worker-02`. */
function plain(name: string): string {
  return name.replace(/\b0+(?=\d)/g, '');
}

/** What is so at the node. Of rows not by which backend: that is a question of its own. */
function found(problems: readonly LiveProblem[], what: LiveProblem['what'], node: string): string {
  if (what === 'rows') return `${node} has rows that are not what they must be.`;
  return (
    problems.find((one) => one.what === what && one.nodes.includes(node))?.difference ?? `It is ${node}.`
  );
}

/** Judges whether an answer names a backend that an agent still has and the API has no more. */
export function judgeLeftover({ problems, rows }: LiveCluster, answer: string): Verdict {
  if (problems === null) return unknown('Whether agents agree is not known yet.');
  const leftovers = problems.filter(({ kind }) => kind === 'leftover-backend');
  if (leftovers.length === 0) return unknown('Here no agent has a backend that the API does not have.');
  const [typed] = typedAddresses(answer);
  if (typed === undefined)
    return open('There is no address in this. A backend is an address, as 10.0.0.7:8080.');
  const atIP = leftovers.filter(({ difference }) =>
    wordsOf(difference).some((word) => isAddress(word, typed)),
  );
  const named = atIP.find(({ difference }) =>
    wordsOf(difference).some((word) => isAddress(word, typed, typed.port)),
  );
  if (named !== undefined) return met(named.difference);
  if (atIP.length > 0) return open(`${typed.ip} is one, but not at port ${typed.port}.`);
  const row = rows.find(({ backends }) => backends.some(({ ip }) => ip === typed.ip));
  if (row !== undefined)
    return open(
      `${typed.text} is a backend of ${row.service ?? 'a row'}, and the API has it too: that one is right.`,
    );
  return open(`No agent has ${typed.text} as a backend.`);
}

function wordsOf(sentence: string): string[] {
  return sentence.split(/[\s,()]+/);
}

/** True for a word that is this address, at any port where none is asked for. */
function isAddress(word: string, { ip }: TypedAddress, port: number | null = null): boolean {
  const bare = word.replace(/\/.*$/, '');
  const starts = [`${ip}:`, `[${ip}]:`];
  if (port !== null) return starts.some((start) => bare === `${start}${port}`);
  return bare === ip || starts.some((start) => bare.startsWith(start));
}
