import type { Hop, Place } from '@/lib/cilium/packet-path/packet-walk';

/** A box of the picture: the client outside, a node, or what else has the backend's address. */
export type TraceStation = {
  key: string;
  node: string | null;
  x: number;
  width: number;
  /** Left edge and width of the client's own box in it; null for none. */
  client: { x: number; width: number } | null;
  backend: { x: number; width: number } | null;
};

export type TracePoint = { x: number; y: number };

/** Where everything stands, in pixels of a grid 816 wide. */
export type TraceLayout = {
  width: number;
  height: number;
  stations: TraceStation[];
  /** One for each hop. */
  points: TracePoint[];
  /** The line that leads to each hop from the one before; empty where none does. */
  paths: string[];
};

const width = 816;
const boxTop = 40;
const boxBottom = 192;
const requestY = 84;
const answerY = 152;
/** An answer that passes a node by goes below it. */
const underY = 218;
const step = 40;
const innerBox = 104;
const minimum = 132;

const outside = 'outside';

function stationKey(place: Place): string | null {
  switch (place.kind) {
    case 'client':
      return outside;
    case 'node':
      return place.node;
    case 'pod':
      return place.node ?? 'backend';
    case 'wire':
      return null;
  }
}

/** The stations a wire runs between; a wire from or to nowhere known is the client's or the backend's. */
function wireEnds({ place, lane }: Hop): [string, string] | null {
  if (place.kind !== 'wire') return null;
  const far = (node: string | null, isFirst: boolean) =>
    node ?? (isFirst === (lane === 'request') ? outside : 'backend');
  const from = place.from ?? (lane === 'request' ? outside : 'backend');
  return [from, lane === 'answer' && place.to === null ? outside : far(place.to, false)];
}

/** Lays a walk out: stations in a row in the order the request meets them, hops on two lanes. */
export function traceLayout(hops: readonly Hop[], isFromInside: boolean): TraceLayout {
  const keys = [...new Set(hops.flatMap((hop) => stationKey(hop.place) ?? wireEnds(hop) ?? []))];
  const stations = placeStations(hops, keys, isFromInside);
  const at = (key: string) => stations.findIndex((station) => station.key === key);
  const isUnder = (hop: Hop) => {
    const ends = wireEnds(hop);
    return hop.lane === 'answer' && ends !== null && Math.abs(at(ends[0]) - at(ends[1])) > 1;
  };
  const underAt = hops.findIndex(isUnder);
  const points = hops.map((hop, index) => pointOf(hop, index, hops, stations, underAt === index));
  return {
    width,
    height: underAt >= 0 ? underY + 16 : boxBottom + 8,
    stations,
    points,
    paths: points.map((point, index) => pathTo(hops, points, point, index, underAt)),
  };
}

function placeStations(hops: readonly Hop[], keys: readonly string[], isFromInside: boolean): TraceStation[] {
  const last = hops.findIndex(
    ({ place, lane, hook }) => place.kind === 'pod' && lane === 'answer' && hook === 'application',
  );
  const backendKey = last < 0 ? null : stationKey(hops[last]?.place ?? { kind: 'client' });
  const clientKey = isFromInside ? keys[0] : undefined;
  const widths = keys.map((key) => {
    const lanes = (['request', 'answer'] as const).map(
      (lane) => hops.filter((hop) => hop.lane === lane && stationKey(hop.place) === key).length,
    );
    const inner = (key === backendKey ? innerBox + 12 : 0) + (key === clientKey ? innerBox + 12 : 0);
    return Math.max(minimum, Math.max(...lanes) * step + 24 + inner);
  });
  const total = widths.reduce((sum, one) => sum + one, 0);
  const gap = keys.length > 1 ? Math.max(56, (width - total - 2) / (keys.length - 1)) : 0;
  let x = keys.length > 1 ? 1 : (width - total) / 2;
  return keys.map((key, index) => {
    const box = widths[index] ?? minimum;
    const station: TraceStation = {
      key,
      node: key === outside || key === 'backend' ? null : key,
      x,
      width: box,
      client: key === clientKey ? { x: x + 10, width: innerBox } : null,
      backend: key === backendKey ? { x: x + box - innerBox - 10, width: innerBox } : null,
    };
    x += box + gap;
    return station;
  });
}

function pointOf(
  hop: Hop,
  index: number,
  hops: readonly Hop[],
  stations: readonly TraceStation[],
  isUnder: boolean,
): TracePoint {
  const y = hop.lane === 'request' ? requestY : answerY;
  const ends = wireEnds(hop);
  if (ends !== null) {
    const [a, b] = ends.map((key) => stations.find((station) => station.key === key));
    if (a === undefined || b === undefined) return { x: 0, y };
    const [left, right] = a.x <= b.x ? [a, b] : [b, a];
    if (isUnder) return { x: (left.x + left.width / 2 + right.x) / 2, y: underY };
    return { x: (left.x + left.width + right.x) / 2, y };
  }
  const key = stationKey(hop.place);
  const station = stations.find((candidate) => candidate.key === key);
  if (station === undefined) return { x: 0, y };
  const own = hops
    .map((other, at) => ({ other, at }))
    .filter(({ other }) => other.lane === hop.lane && stationKey(other.place) === key);
  const rank = own.findIndex(({ at }) => at === index);
  const left = station.client === null ? station.x : station.client.x + station.client.width;
  const right = station.backend === null ? station.x + station.width : station.backend.x;
  const share = (rank + 1) / (own.length + 1);
  return { x: hop.lane === 'request' ? left + (right - left) * share : right - (right - left) * share, y };
}

function pathTo(
  hops: readonly Hop[],
  points: readonly TracePoint[],
  point: TracePoint,
  index: number,
  underAt: number,
): string {
  const before = points[index - 1];
  if (before === undefined || hops[index - 1]?.lane !== hops[index]?.lane) return '';
  if (index === underAt) return `M${before.x} ${before.y}V${underY}H${point.x}`;
  if (underAt >= 0 && index === underAt + 1) return `M${before.x} ${underY}H${point.x}V${point.y}`;
  return `M${before.x} ${before.y}H${point.x}`;
}

/** Top and bottom of the boxes. */
export const stationBand = { top: boxTop, bottom: boxBottom };
