import type { IPFamily } from '@/lib/cilium/packet-path/packet';
import { familyOf } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';

/** Says whose address it is, of those that take part in a walk; empty for an address of nobody. */
export function addressRole(ip: string, { client, to, nodes, rows }: PacketQuestion): string {
  const family: IPFamily = familyOf(ip);
  if (client.kind === 'outside' && client.ip === ip) return 'the client';
  const node = [...nodes.values()].find(({ ips }) => ips[family] === ip)?.name ?? null;
  if (to.ip === ip) return node === null ? 'the Service' : `the Service’s node port, on ${node}`;
  if (node !== null) return node;
  const inside = [...nodes.values()].find(({ internalIPs }) => internalIPs[family] === ip);
  if (inside !== undefined) return `${inside.name}, its cilium_host`;
  const isBackend = [...rows.values()].flat().some(({ backends }) => backends.some((each) => each.ip === ip));
  return isBackend ? 'the pod' : '';
}
