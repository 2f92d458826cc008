import { failureTitles } from '@/components/services/detail/trace/failure-titles';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';

/** Says what ends the walk at a hop; null where it goes on, or ends with the answer. */
export function hopEnding({ hops, failure }: PacketWalk, hop: number): string | null {
  if (failure === null || hop !== hops.length - 1) return null;
  const title = failureTitles[failure.kind];
  return failure.notices === 'reset' ? `Reset: ${lower(title)}` : `Dropped: ${lower(title)}`;
}

/** A word in capitals keeps them. */
function lower(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
