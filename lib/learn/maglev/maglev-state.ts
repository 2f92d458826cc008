import { defaultMaglevSeed, parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { integerIn, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { minorIn } from '../simulator/minor-version';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { formatBackendList, parseBackendList } from './backend-list-text';
import { formatClient, parseClient, type MaglevClient } from './client-text';
import { backendCount, defaultWeight, type WeighedBackend } from './maglev-backend';
import { formatMaglevService, parseMaglevService, type MaglevService } from './maglev-service';

/** Versions of Cilium that are told apart here, as the minor number. */
export const minorBounds = { min: 13, max: 21 } as const;
/** How many turns one step of the building takes: one, a round of all backends, or a hundredth of the table. */
export const strides = ['turn', 'round', 'percent'] as const;

/** What the tables are made of; the same parameters give the same tables. */
export type MaglevParameters = {
  size: (typeof maglevTableSizes)[number];
  seed: string;
  /** The seed of node 2; null for that of node 1. */
  otherSeed: string | null;
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** A Service of a real cluster; null for the example. */
  service: MaglevService | null;
  /** The backends when the connections were opened. */
  before: readonly WeighedBackend[];
  /** The backends now. */
  now: readonly WeighedBackend[];
  client: MaglevClient;
  servicePort: number;
  /** The Service has session affinity. */
  affinity: boolean;
};

/** The simulator as its link holds it, but for what plays. */
export type MaglevState = SteppedState<MaglevParameters> & {
  /** Turns taken of the building; null where the whole table is in sight. */
  turn: number | null;
  stride: (typeof strides)[number];
};

/** The names in the link. */
export const maglevKeys = [
  ...(['size', 'seed', 'seed2', 'v', 'service', 'before', 'now', 'client', 'port', 'affinity'] as const),
  ...(['turn', 'stride', 'said', 'speed'] as const),
] as const;
/** The values of those names, null where one is absent. */
export type MaglevLink = SimulatorLink<(typeof maglevKeys)[number]>;

/** The seed that node 2 begins with where it has one of its own. */
export const exampleOtherSeed = 'AAECAwQFBgcICQoL';
const exampleClients = {
  IPv4: { ip: '192.0.2.28', port: 22_276 },
  IPv6: { ip: '2001:db8::28', port: 22_276 },
};
const exampleBackends = 7;
/** Removed at the start, as that is what a table is for. */
const exampleRemoved = 2;

/** Gives the client that a link begins with: one of the Service's family. */
export function startingClient(service: MaglevService | null): MaglevClient {
  return exampleClients[service?.backends[0]?.ip.includes(':') === true ? 'IPv6' : 'IPv4'];
}

/** Gives the first `count` backends, each with the weight that nobody set. */
export function firstBackends(count: number): WeighedBackend[] {
  return Array.from({ length: count }, (_, index) => ({ index, weight: defaultWeight }));
}

/** Gives the backends that a link begins with: what was there, and the same without one. */
export function startingBackends(service: MaglevService | null): Pick<MaglevParameters, 'before' | 'now'> {
  const before = firstBackends(service?.backends.length ?? exampleBackends);
  const now =
    before.length < 2
      ? before
      : before.filter(({ index }) => index !== Math.min(exampleRemoved, before.length - 1));
  return { before, now };
}

const numberedSizes = maglevTableSizes.map(String);

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readMaglevLink(link: MaglevLink): { state: MaglevState; ignored: IgnoredValue[] } {
  const { read, isYes, ignored } = linkReader(link);
  const service = read('service', null, parseMaglevService);
  const count = backendCount(service);
  const start = startingBackends(service);
  const list = (text: string) => parseBackendList(text, count);
  const before = read<readonly WeighedBackend[]>('before', start.before, list);
  // Where only what was there is named, nothing has changed since.
  const now = read('now', before === start.before ? start.now : before, list);
  const parameters: MaglevParameters = {
    size: read<MaglevParameters['size']>('size', 251, (text) => {
      const found = numberedSizes.indexOf(text);
      return maglevTableSizes[found] ?? null;
    }),
    seed: read('seed', defaultMaglevSeed, readSeed),
    otherSeed: read('seed2', null, readSeed),
    minor: read('v', minorBounds.max, minorIn(minorBounds)),
    service,
    before,
    now,
    client: read('client', startingClient(service), (text) => {
      const client = parseClient(text);
      return client?.ip.includes(':') === startingClient(service).ip.includes(':') ? client : null;
    }),
    servicePort: read('port', service?.port ?? 80, integerIn({ min: 1, max: 65_535 })),
    affinity: isYes('affinity', false),
  };
  const turn = read<number | null>('turn', null, integerIn({ min: 0, max: parameters.size }));
  const stride = read<MaglevState['stride']>('stride', 'turn', oneOf(strides));
  return { state: { parameters, turn, stride, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeMaglevLink({ parameters, turn, stride, ...seen }: MaglevState): MaglevLink {
  const { size, seed, otherSeed, minor, service, client, servicePort, affinity } = parameters;
  const start = startingBackends(service);
  const [before, now] = [formatBackendList(parameters.before), formatBackendList(parameters.now)];
  const isStart = before === formatBackendList(start.before) && now === formatBackendList(start.now);
  return {
    size: unlessDefault(size, 251),
    seed: unlessDefault(seed, defaultMaglevSeed),
    seed2: otherSeed,
    v: unlessDefault(`1.${minor}`, `1.${minorBounds.max}`),
    service: service === null ? null : formatMaglevService(service),
    before: isStart ? null : before,
    now: isStart ? null : unlessDefault(now, before),
    client: unlessDefault(formatClient(client), formatClient(startingClient(service))),
    port: unlessDefault(servicePort, service?.port ?? 80),
    affinity: affinity ? 'yes' : null,
    turn: turn === null ? null : String(turn),
    stride: unlessDefault(stride, 'turn'),
    ...writeStepped(seen),
  };
}

function readSeed(text: string): string | null {
  try {
    parseMaglevSeed(text);
    return text;
  } catch {
    return null;
  }
}
