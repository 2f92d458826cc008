import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { FrontendView } from './frontend-view';

const texts = new WeakMap<FrontendView, string>();

/**
 * Everything of a row that a person may type to find it, in lower case, but for the names of the nodes that print it
 * and its Service's labels: rows share these, and `rowMatcher` looks at them apart.
 */
export function searchText(frontend: FrontendView): string {
  const known = texts.get(frontend);
  if (known !== undefined) return known;
  const { service, type, backends } = frontend;
  const parts = [formatL3n4Addr(frontend), type ?? ''];
  if (service !== null) parts.push(`${service.namespace}/${service.name}`, service.portName ?? '');
  for (const { ip, port, protocol, target } of backends) {
    const { namespace, name, workload, node } = target;
    parts.push(formatL3n4Addr({ ip, port, protocol, scope: 'external' }), `${namespace ?? ''}/${name ?? ''}`);
    // A pod's name mostly begins with its workload's.
    if (workload !== null && !name?.startsWith(workload)) parts.push(workload);
    if (node !== null) parts.push(node);
  }
  const text = parts.join('\n').toLowerCase();
  texts.set(frontend, text);
  return text;
}

const labelTexts = new WeakMap<readonly string[], string>();

/** A cluster has as many lists of labels as Services: unlike a list of nodes, each is made into a text only once. */
function labelText(labels: readonly string[]): string {
  let text = labelTexts.get(labels);
  if (text === undefined) {
    text = listText(labels);
    labelTexts.set(labels, text);
  }
  return text;
}

function listText(list: readonly string[]): string {
  return list.join('\n').toLowerCase();
}

/** Makes the texts that a search for this row looks through. */
export function warmSearch(frontend: FrontendView): void {
  searchText(frontend);
  labelText(frontend.labels);
}

/** The words of what was typed: a row has to have each of them. */
export function searchWords(typed: string): string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * A test of rows for words: each has to stand in the row, in the name of a node that prints it, in a label of
 * its Service, or in `more` (lower case).
 */
export function rowMatcher(words: readonly string[]): (frontend: FrontendView, more?: string) => boolean {
  const inNodes = new Map<readonly string[], readonly boolean[]>();
  const nodesHave = (nodes: readonly string[]): readonly boolean[] => {
    let has = inNodes.get(nodes);
    if (has === undefined) {
      const text = listText(nodes);
      has = words.map((word) => text.includes(word));
      inNodes.set(nodes, has);
    }
    return has;
  };
  return (frontend, more = '') => {
    const text = searchText(frontend);
    return words.every(
      (word, index) =>
        text.includes(word) ||
        more.includes(word) ||
        nodesHave(frontend.nodes)[index] === true ||
        labelText(frontend.labels).includes(word),
    );
  };
}
