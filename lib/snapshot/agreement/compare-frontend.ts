import { compareRow } from '@/lib/cilium/agreement/compare-row';
import type { RowDifference } from '@/lib/cilium/agreement/row-difference';
import type { Severity } from '@/lib/cilium/agreement/severity';
import { severities, severityOf } from '@/lib/cilium/agreement/severity';
import type { Doubt } from '@/lib/cilium/expected-frontends/doubt';
import { doubtOnRow } from '@/lib/cilium/expected-frontends/doubt-on-row';
import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { LoadBalancingCluster, NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { RowVariant } from '../merge/row-variant';
import type { TableRow } from '../merge/table-row';

/** What the agents of one version and configuration must have of one frontend. */
export type FrontendExpectation = {
  cluster: LoadBalancingCluster;
  /** Nodes of these agents whose answers may be judged, by name. */
  nodes: ReadonlyMap<string, NodeInput>;
  /** The row all of them must have; null: none. */
  shared: ExpectedFrontend | null;
  /** Rows of single nodes, in place of the shared one; null where no node has any. */
  own: ReadonlyMap<string, ExpectedFrontend> | null;
};

/** One difference and the nodes that have it, sorted. */
export type Finding = { difference: RowDifference; severity: Severity; nodes: string[] };

export type FrontendComparison = {
  /** The gravest first. */
  findings: Finding[];
  /** Why some of it cannot be judged; null where all of it can. */
  doubt: Doubt | null;
  /** Nodes that rightly have another row than most, and one of the rows; null where all must have the same. */
  byDesign: { row: ExpectedFrontend; nodes: string[] } | null;
};

/** Tells differences of one kind apart: equal for equal ones on several nodes. */
export function subjectOf(difference: RowDifference): string {
  return 'backend' in difference ? `${difference.backend.ip} ${difference.backend.port}` : '';
}

/** Compares every node's row of one frontend with the one it must have. */
export function compareFrontend(
  variants: readonly RowVariant[],
  expectations: readonly FrontendExpectation[],
): FrontendComparison {
  const findings = new Map<string, Finding>();
  let doubt: Doubt | null = null;
  let byDesign: FrontendComparison['byDesign'] = null;
  const judge = (
    row: TableRow | null,
    wanted: ExpectedFrontend | null,
    nodes: readonly string[],
    { cluster, nodes: inputs }: FrontendExpectation,
  ): void => {
    const [first] = nodes;
    const input = first === undefined ? undefined : inputs.get(first);
    if (input === undefined) return;
    const unsure =
      row === null ? (wanted?.doubt ?? null) : doubtOnRow(row, wanted ?? undefined, cluster, input);
    doubt ??= unsure;
    if (unsure?.about === 'row') return;
    for (const difference of compareRow(row, wanted, unsure === null)) {
      const severity = severityOf(difference);
      const id = `${difference.kind} ${severity} ${subjectOf(difference)}`;
      const known = findings.get(id);
      if (known === undefined) findings.set(id, { difference, severity, nodes: [...nodes] });
      else known.nodes.push(...nodes);
    }
  };
  for (const expectation of expectations) {
    if (expectation.own === null) judgeAlike(variants, expectation, judge);
    else {
      judgeEach(variants, expectation, judge);
      byDesign ??= designOf(expectation);
    }
    for (const finding of peerFindings(variants, expectation)) findings.set('peers', finding);
  }
  const found = [...findings.values()];
  for (const { nodes } of found) nodes.sort();
  found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { findings: found, doubt, byDesign };
}

type Judge = (
  row: TableRow | null,
  wanted: ExpectedFrontend | null,
  nodes: readonly string[],
  expectation: FrontendExpectation,
) => void;

/** Every node must have the same: each form of the row is compared once, whatever number of nodes prints it. */
function judgeAlike(variants: readonly RowVariant[], expectation: FrontendExpectation, judge: Judge): void {
  const { nodes, shared } = expectation;
  const printing = new Set<string>();
  for (const variant of variants) {
    const here = variant.nodes.filter((node) => nodes.has(node));
    for (const node of here) printing.add(node);
    if (here.length > 0) judge(variant.row, shared, here, expectation);
  }
  if (shared === null || printing.size === nodes.size) return;
  judge(
    null,
    shared,
    [...nodes.keys()].filter((node) => !printing.has(node)),
    expectation,
  );
}

function judgeEach(variants: readonly RowVariant[], expectation: FrontendExpectation, judge: Judge): void {
  const rowOf = new Map(variants.flatMap(({ row, nodes }) => nodes.map((node) => [node, row] as const)));
  for (const node of expectation.nodes.keys()) {
    judge(rowOf.get(node) ?? null, wantedOn(expectation, node), [node], expectation);
  }
}

function wantedOn({ own, shared }: FrontendExpectation, node: string): ExpectedFrontend | null {
  return own?.get(node) ?? shared;
}

function isAlike(a: ExpectedFrontend | null, b: ExpectedFrontend | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  return (
    a.type === b.type &&
    a.backends.length === b.backends.length &&
    a.backends.every(({ ip, port }, at) => b.backends[at]?.ip === ip && b.backends[at].port === port)
  );
}

/** The nodes that must have another row than most; none where all rows of their own say the same. */
function designOf(expectation: FrontendExpectation): FrontendComparison['byDesign'] {
  const groups: { wanted: ExpectedFrontend | null; nodes: string[] }[] = [];
  for (const node of expectation.nodes.keys()) {
    const wanted = wantedOn(expectation, node);
    const group = groups.find((one) => isAlike(one.wanted, wanted));
    if (group === undefined) groups.push({ wanted, nodes: [node] });
    else group.nodes.push(node);
  }
  if (groups.length < 2) return null;
  groups.sort((a, b) => b.nodes.length - a.nodes.length);
  const row = groups.find(({ wanted }) => wanted !== null)?.wanted ?? null;
  const nodes = groups
    .slice(1)
    .flatMap((group) => group.nodes)
    .sort();
  return row === null ? null : { row, nodes };
}

/**
 * Backends of other clusters are in no object of this one, but every agent must know the same: where these are all
 * that is not known, agents are compared with each other.
 */
function peerFindings(variants: readonly RowVariant[], { nodes, shared }: FrontendExpectation): Finding[] {
  if (shared?.doubt?.about !== 'backends' || shared.doubt.reason !== 'remote-clusters') return [];
  const here = variants
    .map(({ row, nodes: printing }) => ({ row, nodes: printing.filter((node) => nodes.has(node)) }))
    .filter((variant) => variant.nodes.length > 0);
  return findDissenters(here);
}

/** Finds the nodes whose backends, or their states, are not those that most have. */
export function findDissenters(variants: readonly RowVariant[]): Finding[] {
  const groups = new Map<string, string[]>();
  for (const { row, nodes } of variants) {
    const signature = row.backends
      .map(({ ip, port, state }) => `${ip}:${port} ${state ?? ''}`)
      .sort()
      .join();
    groups.set(signature, [...(groups.get(signature) ?? []), ...nodes]);
  }
  const [, ...others] = [...groups].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  );
  const nodes = others.flatMap(([, group]) => group).sort();
  return nodes.length === 0
    ? []
    : [{ difference: { kind: 'nodes-disagree' }, severity: severityOf({ kind: 'nodes-disagree' }), nodes }];
}
