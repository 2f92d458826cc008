import { isPlainIP } from './read-values';
import { mostNodes, mostPodsOfNode, type AroundNode, type AroundPod, type PodState } from './cluster-around';

export const nodeNamePattern = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
export const zonePattern = /^[a-z0-9-]{0,40}$/;
export const mostNodeAddresses = 4;

const letters: Record<PodState, string> = { ready: 'r', 'not-ready': 'n', serving: 's', gone: 'x' };
const states: Record<string, PodState> = { r: 'ready', n: 'not-ready', s: 'serving', x: 'gone' };

/**
 * Writes nodes and pods for a link: `node-1~192.0.2.11;2001:db8:1::11~a~e~r.r.n,…`: name, addresses, zone, `e` for
 * the label, pods. A pod of a real cluster has its addresses behind its letter: `r-10.1.2.3-fd00::1`.
 */
export function formatNodes(nodes: readonly AroundNode[]): string {
  return nodes
    .map(({ name, ips, zone, isEdge, pods }) =>
      [name, ips.join(';'), zone, isEdge ? 'e' : '', pods.map(formatPod).join('_')].join('~'),
    )
    .join(',');
}

function formatPod({ state, ips }: AroundPod): string {
  return ips === null ? letters[state] : [letters[state], ips.IPv4 ?? '', ips.IPv6 ?? ''].join('-');
}

/** Reads them back; null where they are nothing of the kind. */
export function parseNodes(text: string): AroundNode[] | null {
  if (text.length > 2000) return null;
  const parts = text.split(',');
  const nodes = parts.flatMap((part) => parseNode(part) ?? []);
  const names = new Set(nodes.map(({ name }) => name));
  return nodes.length === parts.length && nodes.length <= mostNodes && names.size === nodes.length
    ? nodes
    : null;
}

function parseNode(text: string): AroundNode | null {
  const [name, addressText, zone, edge, podText, ...rest] = text.split('~');
  if (name === undefined || !nodeNamePattern.test(name) || rest.length > 0) return null;
  if (zone === undefined || !zonePattern.test(zone) || (edge !== '' && edge !== 'e')) return null;
  const ips = parseNodeAddresses((addressText ?? '').replaceAll(';', ' '));
  const podTexts = podText === undefined || podText === '' ? [] : podText.split('_');
  const pods = podTexts.flatMap((each) => parsePod(each) ?? []);
  if (ips === null || podText === undefined || pods.length !== podTexts.length) return null;
  return pods.length > mostPodsOfNode ? null : { name, ips, zone, isEdge: edge === 'e', pods };
}

function parsePod(text: string): AroundPod | null {
  const [letter = '', four, six, ...rest] = text.split('-');
  const state = Object.hasOwn(states, letter) ? states[letter] : undefined;
  if (state === undefined || rest.length > 0) return null;
  if (four === undefined) return { state, ips: null };
  if (six === undefined || (four !== '' && !isPlainIP(four)) || (six !== '' && !isPlainIP(six))) return null;
  if (four.includes(':') || (six !== '' && !six.includes(':'))) return null;
  return { state, ips: { IPv4: four === '' ? null : four, IPv6: six === '' ? null : six } };
}

/** Reads the addresses of a node, with blanks or commas between; null where one is none. */
export function parseNodeAddresses(text: string): string[] | null {
  const ips = text.split(/[\s,]+/).filter((ip) => ip !== '');
  return ips.every(isPlainIP) && ips.length <= mostNodeAddresses && new Set(ips).size === ips.length
    ? ips
    : null;
}
