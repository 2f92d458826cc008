/** A box of the picture: who it is, and what it does to the packet. */
export type Station = {
  title: string;
  /** Its address, or what it is; mono. */
  address: string;
  /** What it does on the way there and on the way back; empty for nothing. */
  request: string;
  answer: string;
  remark: string;
  /** True for the station that does the work in question. */
  active: boolean;
};

/** An address as a packet carries it; `changed` when the station before has rewritten it. */
export type Endpoint = { text: string; changed: boolean };

/** One way between two stations. */
export type Hop = {
  from: number;
  to: number;
  lane: 'request' | 'answer';
  source: Endpoint;
  destination: Endpoint;
  /** What happened to the packet, in words; may be empty. */
  note: string;
  /** What the packet carries besides its addresses, short enough to stand in the picture. */
  carries?: string;
};

/** A packet’s way there and back, as stations in a row and numbered hops between them. */
export type Picture = {
  /** What it shows, for those who do not see it. */
  label: string;
  stations: readonly [Station, Station, Station];
  hops: readonly Hop[];
  caption: string;
};

export const same = (text: string): Endpoint => ({ text, changed: false });
export const changed = (text: string): Endpoint => ({ text, changed: true });

/** A client for pictures, from the addresses kept for documentation (RFC 5737). */
export const exampleClient = { ip: '198.51.100.7', port: '198.51.100.7:40000' };

/** A hop in one sentence, for the list that stands in for the picture. */
export function hopTitle({ stations }: Picture, { from, to }: Hop): { from: string; to: string } {
  return { from: stations[from]?.title ?? '', to: stations[to]?.title ?? '' };
}
