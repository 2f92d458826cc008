import type { PacketQuestion, PathNode } from './packet-question';
import type { BackendChoice } from './packet-walk';

/** Says what the agents' tables and settings leave open about a walk. */
export function unknownsOf(
  { client, policies, moment }: PacketQuestion,
  { settings }: PathNode,
  choice: BackendChoice | null,
): string[] {
  const unknowns: string[] = [];
  if (choice !== null) {
    if (moment === 'later')
      unknowns.push('Which backend the connection has is in the node’s connection table, which is not read.');
    else if (policies.sessionAffinity)
      unknowns.push(
        'A client that was here before keeps its backend while the session affinity lasts; that table is not read.',
      );
    else if (choice.method === 'random')
      unknowns.push('Which backend a random choice gives cannot be known: this is one of them.');
    else if (choice.method === 'maglev')
      unknowns.push(
        'Maglev’s seed is not reported: the shares are known, not which backend this client gets.',
      );
  }
  if (client.kind === 'outside' && settings.acceleration === 'best-effort')
    unknowns.push('XDP is on where the driver can; whether this node’s driver can is not reported.');
  if (choice?.followed.node === null && client.kind === 'pod')
    unknowns.push(
      'The backend is outside the cluster: whether the packet is masqueraded on its way is not followed.',
    );
  if (client.kind === 'node')
    unknowns.push(
      'The kernel picks the host’s source address by its routes: it may be that of cilium_host instead.',
    );
  unknowns.push('Network policies are not looked at: they may drop the packet at either pod.');
  return unknowns;
}
