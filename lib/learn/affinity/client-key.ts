import type { AffinityClient } from './affinity-clients';
import type { AffinityParameters } from './affinity-parameters';

/** What a client is told from others by. */
export type ClientKey = {
  /** `address`; `cookie` of its network namespace; `none` where the kernel tells namespaces not apart. */
  kind: 'address' | 'cookie' | 'none';
  /** Two clients with one text are one client. */
  text: string;
};

/**
 * Gives what the affinity map takes a client for (bpf/lib/lb.h `lb4_affinity_key`): its source address outside and
 * where pods are balanced packet by packet, its network namespace's cookie at the socket. Without cookies all
 * namespaces of a node are one (the agent warns of it, up to v1.17). Host processes are balanced at the socket in each
 * of these ways.
 */
export function clientKey(
  { sourceIP, netns }: AffinityClient,
  { place, insideWay }: Pick<AffinityParameters, 'place' | 'insideWay'>,
): ClientKey {
  if (place === 'outside' || netns === null) return { kind: 'address', text: sourceIP };
  if (insideWay === 'no-cookie') return { kind: 'none', text: 'any namespace of node 1' };
  if (insideWay === 'packet' && netns !== 'host') return { kind: 'address', text: sourceIP };
  return { kind: 'cookie', text: `cookie of ${netns}` };
}
