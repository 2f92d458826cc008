import { failure } from './failures';
import type { Packet, SocketAddress } from './packet';
import { familyOf } from './packet';
import { packetBytes } from './packet-layers';
import type { PacketQuestion, PathNode } from './packet-question';
import type { Failure, Hook, Hop, Place } from './packet-walk';

/** Follows one packet: each step starts from where the one before left it. */
export class WalkRecorder {
  readonly hops: Hop[] = [];
  /** The client's address as the backend sees it; null until a backend gets the packet. */
  seenByBackend: SocketAddress | null = null;
  private lane: Hop['lane'] = 'request';

  constructor(
    private readonly question: PacketQuestion,
    public packet: Packet,
  ) {}

  /** Records what happens to the packet at a place; nothing changes where `change` is empty. */
  step(place: Place, hook: Hook, title: string, change: Partial<Packet> = {}, map: string | null = null) {
    const before = this.packet;
    this.packet = { ...before, ...change };
    this.hops.push({ place, hook, lane: this.lane, title, before, after: this.packet, map });
  }

  /** From here on it is the answer that is followed. */
  turnRound(answer: Packet) {
    this.lane = 'answer';
    this.packet = answer;
  }

  /**
   * Sends the packet from a node to another, or outside (null), over the network: what the network does to it ends the
   * walk where this gives a failure. Inside one node nothing is on the wire.
   */
  send(from: string | null, to: string | null, title: string): Failure | null {
    const sender = from === null ? undefined : this.question.nodes.get(from);
    this.step({ kind: 'wire', from, to }, 'wire', title);
    return this.tooLong(sender) ?? this.refusedSource(sender) ?? this.refusedOption();
  }

  private tooLong(sender: PathNode | undefined): Failure | null {
    if (sender === undefined || this.lane === 'answer') return null;
    const { mtuBytes } = sender.settings;
    const bytes = packetBytes(this.packet, this.question.payloadBytes);
    const added = bytes - packetBytes({ ...this.packet, dsr: null, outer: null }, this.question.payloadBytes);
    if (bytes <= mtuBytes || added === 0) return null;
    return failure('mtu-exceeded', {
      text: `The packet has ${bytes} bytes on the way to the backend’s node, ${added} of them added; the MTU is ${mtuBytes}. With enable-pmtu-discovery the node answers that only ${mtuBytes - added} bytes fit; without it the packet is lost.`,
    });
  }

  private refusedSource(sender: PathNode | undefined): Failure | null {
    if (sender === undefined || !this.question.fabric.sourceCheckedNodes.has(sender.name)) return null;
    const source = this.packet.outer?.sourceIP ?? this.packet.source.ip;
    if (this.isOf(sender, source)) return null;
    const what =
      this.lane === 'answer'
        ? 'the answer comes from the Service’s address'
        : 'the packet comes from the client’s';
    return failure('source-check', {
      text: `The network lets ${sender.name} send from its own addresses only; ${what}, ${source}, and is dropped. DSR needs the source/destination check of the instances off.`,
    });
  }

  /** A node's machine may send from its own addresses and from those of its pods. */
  private isOf({ name, ips, internalIPs }: PathNode, ip: string): boolean {
    const family = familyOf(ip);
    if (ip === ips[family] || ip === internalIPs[family]) return true;
    const { client, rows, to } = this.question;
    if (client.kind === 'pod' && client.node === name && client.ip === ip) return true;
    // The network brought the packet here for this address: it is taken for the node's own.
    if (client.kind === 'outside' && client.entryNode === name && to.ip === ip) return true;
    return [...rows.values()]
      .flat()
      .some(({ backends }) => backends.some((backend) => backend.node === name && backend.ip === ip));
  }

  private refusedOption(): Failure | null {
    const { dsr } = this.packet;
    const isOption = dsr !== null && dsr.form !== 'geneve-option';
    return isOption && this.question.fabric.dropsIPOptions ? failure('ip-options-dropped') : null;
  }
}
