import { integerIn, listOf, oneOf } from '../simulator/choice';
import { linkReader, unlessDefault, type IgnoredValue, type SimulatorLink } from '../simulator/link-reader';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { formatNodes, parseNodes } from './around-text';
import { defaultAround, mostNodes, releases, type ClusterAround } from './cluster-around';
import {
  aroundOfExample,
  manifestExampleNames,
  manifestExamples,
  type ManifestExampleName,
} from './manifest-examples';
import { rowStepCount } from './row-steps';

/** A manifest: one of the examples as it is, or a text. */
export type ManifestSource = { example: ManifestExampleName } | { text: string };

/** The simulator as its link holds it; its parameters are the cluster around the Service. */
export type RowsState = SteppedState<ClusterAround> & {
  source: ManifestSource;
  /** Which node's table is in sight, from 0. */
  node: number;
  /** Which of its rows is explained, from 0. */
  row: number;
  /** The rule in sight, from 1. */
  step: number;
};

/** The names in the link. */
export const rowsKeys = [
  'example',
  'yaml',
  'nodes',
  'v',
  'kpr',
  'ipv6',
  'set',
  'lb',
  'hostport',
  'node',
  'row',
  'step',
  'said',
  'speed',
] as const;
/** One of those names. */
export type RowsKey = (typeof rowsKeys)[number];
/** The values of those names, null where one is absent. */
export type RowsLink = SimulatorLink<RowsKey>;

const firstExample = 'loadbalancer';
const yesOrNo = oneOf(['yes', 'no'] as const);
const unusual = ['topology', 'no-protocols', 'no-graceful', 'no-internal'] as const;

/** A link is no longer than browsers and servers take: this many characters of manifest, as a URL writes them. */
export const manifestMaxChars = 6000;

/** True for a manifest that fits into a link. */
export function fitsLink(text: string): boolean {
  return text.length <= manifestMaxChars && encodeURIComponent(text).length <= manifestMaxChars;
}

/** Gives the text of a manifest. */
export function manifestText(source: ManifestSource): string {
  return 'text' in source ? source.text : manifestExamples[source.example].text;
}

/** Gives a text as the source of a manifest: the example, where it is one. */
export function sourceOf(text: string): ManifestSource {
  const example = manifestExampleNames.find((name) => manifestExamples[name].text === text);
  return example === undefined ? { text } : { example };
}

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readRowsLink(link: RowsLink): { state: RowsState; ignored: IgnoredValue[] } {
  const { read, ignored } = linkReader(link);
  const example = read<ManifestExampleName>('example', firstExample, oneOf(manifestExampleNames));
  const text = read<string | null>('yaml', null, (each) => (encodable(each) && fitsLink(each) ? each : null));
  const first = text === null ? aroundOfExample(example, defaultAround) : defaultAround;
  const set = read<readonly (typeof unusual)[number][] | null>('set', null, (each) =>
    each === 'none' ? [] : listOf(unusual)(each),
  );
  const around: ClusterAround = {
    nodes: read('nodes', first.nodes, parseNodes),
    release: read('v', first.release, (each) => releases.find((name) => name === each) ?? null),
    kpr: read('kpr', first.kpr ? 'yes' : 'no', yesOrNo) === 'yes',
    ipv6: read('ipv6', first.ipv6 ? 'yes' : 'no', yesOrNo) === 'yes',
    topology: set === null ? first.topology : set.includes('topology'),
    protocols: set === null ? first.protocols : !set.includes('no-protocols'),
    graceful: set === null ? first.graceful : !set.includes('no-graceful'),
    internalPolicy: set === null ? first.internalPolicy : !set.includes('no-internal'),
    hasLoadBalancer: read('lb', first.hasLoadBalancer ? 'yes' : 'no', yesOrNo) === 'yes',
    hostPort: read('hostport', first.hostPort, integerIn({ min: 0, max: 65535 })),
  };
  const source = text === null ? { example } : sourceOf(text);
  const row = read('row', 0, (each) => oneLess(integerIn({ min: 1, max: 999 })(each)));
  const seen = readStepped(read);
  const state: RowsState = {
    source,
    parameters: around,
    node: read('node', 0, (each) => oneLess(integerIn({ min: 1, max: mostNodes })(each))),
    row,
    step: read('step', firstStep({ source, row, ...seen }), integerIn({ min: 1, max: rowStepCount })),
    ...seen,
  };
  return { state, ignored };
}

/** The step of a link that names none: the first; with a text, a row or an answer the last, where all rows are there. */
function firstStep({ source, row, predicted }: Pick<RowsState, 'source' | 'row' | 'predicted'>): number {
  return 'text' in source || row > 0 || predicted.size > 0 ? rowStepCount : 1;
}

/** Half a surrogate pair cannot stand in a URL. */
function encodable(text: string): boolean {
  return text.isWellFormed();
}

function oneLess(number: number | null): number | null {
  return number === null ? null : number - 1;
}

/** Writes a state into a link; what an example has is left out beside it, and so are defaults. */
export function writeRowsLink(state: RowsState): RowsLink {
  const { source, parameters: around, node, row, step, ...seen } = state;
  const example = 'example' in source ? source.example : null;
  const first = example === null ? defaultAround : aroundOfExample(example, defaultAround);
  const flag = (is: boolean, byDefault: boolean) => (is === byDefault ? null : is ? 'yes' : 'no');
  return {
    example: example === null ? null : unlessDefault(example, firstExample),
    yaml: 'text' in source ? source.text : null,
    nodes: unlessDefault(formatNodes(around.nodes), formatNodes(first.nodes)),
    v: unlessDefault(around.release, first.release),
    kpr: flag(around.kpr, first.kpr),
    ipv6: flag(around.ipv6, first.ipv6),
    set: unlessDefault(setOf(around), setOf(first)),
    lb: flag(around.hasLoadBalancer, first.hasLoadBalancer),
    hostport: unlessDefault(String(around.hostPort), String(first.hostPort)),
    node: unlessDefault(String(node + 1), '1'),
    row: unlessDefault(String(row + 1), '1'),
    step: unlessDefault(String(step), String(firstStep(state))),
    ...writeStepped(seen),
  };
}

function setOf({ topology, protocols, graceful, internalPolicy }: ClusterAround): string {
  const words = [
    ...(topology ? ['topology'] : []),
    ...(protocols ? [] : ['no-protocols']),
    ...(graceful ? [] : ['no-graceful']),
    ...(internalPolicy ? [] : ['no-internal']),
  ];
  return words.length === 0 ? 'none' : words.join(',');
}
