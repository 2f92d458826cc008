import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import { reasonToDiffer } from '@/lib/cilium/agreement/reason-to-differ';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendComparison, FrontendExpectation } from '@/lib/snapshot/agreement/compare-frontend';
import { compareFrontend, findDissenters } from '@/lib/snapshot/agreement/compare-frontend';
import { differenceText } from '@/lib/snapshot/agreement/difference-text';
import { serviceInput } from '@/lib/snapshot/agreement/service-input';
import type { NameIndex } from '@/lib/snapshot/names/name-index';
import { serviceKey } from '@/lib/snapshot/names/name-index';
import { serviceOfFrontend } from '@/lib/snapshot/names/service-of-frontend';
import { targetOfBackend } from '@/lib/snapshot/names/target-of-backend';
import type { RowVariant } from '@/lib/snapshot/merge/row-variant';
import type { TableStore } from '../table-store';
import type { AgentTimes, AgreementEntry } from './agreement-entry';
import { ageFindings } from './agreement-entry';
import type { Expectations } from './expectations';

/** What a pass over frontends is made with. */
export type AgreementPass = {
  /** Nodes whose last answer is their newest: an older value proves nothing. */
  freshNodes: ReadonlySet<string>;
  /** Nodes that have an agent, whether it answers or not. */
  knownNodes: ReadonlySet<string>;
  /** False while the objects of the cluster are not known as they are now: then nothing is judged. */
  isJudgeable: boolean;
  timesOf: (node: string) => AgentTimes;
  /** Frontends for which it changed just now what must be there. */
  expectationChanged: ReadonlySet<FrontendKey>;
  nowMs: number;
};

const nothing: FrontendComparison = { findings: [], doubt: null, byDesign: null };
const noTimes: ReadonlyMap<string, number> = new Map();

/** Whether agents have what they must have, frontend by frontend. Frontends on which all agree cost nothing. */
export class AgreementBook {
  private readonly entries = new Map<FrontendKey, AgreementEntry>();
  private readonly waiting = new Set<FrontendKey>();
  private readonly tables: TableStore;
  private readonly names: NameIndex;
  private readonly expectations: Expectations;
  private readonly patience: Patience;

  constructor(tables: TableStore, names: NameIndex, expectations: Expectations, patience: Patience) {
    this.tables = tables;
    this.names = names;
    this.expectations = expectations;
    this.patience = patience;
  }

  /** What there is to say of a frontend; null where all agents have what they must have. */
  get(key: FrontendKey): AgreementEntry | null {
    return this.entries.get(key) ?? null;
  }

  /** Every frontend of which there is something to say. */
  all(): Iterable<[FrontendKey, AgreementEntry]> {
    return this.entries;
  }

  /** The frontends of which a divergence may have become a problem by then. */
  due(nowMs: number): FrontendKey[] {
    return [...this.waiting].filter((key) => (this.entries.get(key)?.dueMs ?? Infinity) <= nowMs);
  }

  /** Compares frontends anew. Gives those of which there is another thing to say than before. */
  evaluate(keys: Iterable<FrontendKey>, pass: AgreementPass): FrontendKey[] {
    const judged = new Set([...pass.freshNodes].filter((node) => this.expectations.nodes.has(node)));
    const expectationsOf = this.expectations.startPass(judged);
    const changed: FrontendKey[] = [];
    for (const key of keys) {
      const before = this.entries.get(key);
      const after = this.entryOf(key, before, expectationsOf, judged, pass);
      if (after === null) this.entries.delete(key);
      else this.entries.set(key, after);
      if (after === null || after.dueMs === null) this.waiting.delete(key);
      else this.waiting.add(key);
      if (isNews(before, after)) changed.push(key);
    }
    this.expectations.endPass();
    return changed;
  }

  private entryOf(
    key: FrontendKey,
    before: AgreementEntry | undefined,
    expectationsOf: (key: FrontendKey) => FrontendExpectation[],
    judged: ReadonlySet<string>,
    pass: AgreementPass,
  ): AgreementEntry | null {
    const { isJudgeable, freshNodes, timesOf, expectationChanged, nowMs } = pass;
    const variants = this.tables.variants(key);
    const expectations = isJudgeable ? expectationsOf(key) : [];
    const { findings, doubt, byDesign } = isJudgeable
      ? compareFrontend(variants, expectations)
      : compareBlindly(variants, freshNodes);
    if (findings.length === 0 && doubt === null && byDesign === null && before === undefined) return null;
    const known = before?.firstSeen ?? noTimes;
    const match = this.serviceOf(variants, expectations);
    const service = match === null ? null : serviceKey(match);
    const aged = ageFindings(
      findings,
      {
        before: known,
        expectationMs: expectationChanged.has(key) ? nowMs : null,
        timesOf,
        text: (difference, nodes) =>
          differenceText(
            difference,
            nodes,
            service,
            (ip, port) => targetOfBackend(this.names, ip, port).name,
          ),
        patience: this.patience,
      },
      nowMs,
    );
    // Who cannot be judged now is not acquitted: its time goes on.
    for (const [id, seenMs] of known) {
      const node = id.slice(id.lastIndexOf(' ') + 1);
      if (pass.knownNodes.has(node) && (!judged.has(node) || !isJudgeable)) aged.firstSeen.set(id, seenMs);
    }
    if (aged.firstSeen.size === 0 && doubt === null && byDesign === null) return null;
    const version = expectations[0]?.cluster.version;
    return {
      ...aged,
      doubt,
      byDesign:
        byDesign === null || version === undefined
          ? null
          : {
              reason: reasonToDiffer(byDesign.row, match === null ? null : serviceInput(match), version),
              nodes: byDesign.nodes,
            },
    };
  }

  private serviceOf(variants: readonly RowVariant[], expectations: readonly FrontendExpectation[]) {
    const wanted = expectations.flatMap(
      ({ shared, own }) => shared ?? [...(own?.values() ?? [])][0] ?? [],
    )[0];
    const row = variants[0]?.row ?? wanted;
    if (row === undefined) return null;
    const found = serviceOfFrontend(this.names, row)?.service;
    return found ?? (wanted && this.names.services.get(serviceKey(wanted))) ?? null;
  }
}

/** Without the objects of the cluster, rows that mostly are the same everywhere are compared with each other. */
function compareBlindly(
  variants: readonly RowVariant[],
  freshNodes: ReadonlySet<string>,
): FrontendComparison {
  const doubt = { about: 'row', reason: 'objects-unread' } as const;
  if (variants[0]?.row.type !== 'ClusterIP') return { ...nothing, doubt };
  const fresh = variants.map(({ row, nodes }) => ({
    row,
    nodes: nodes.filter((node) => freshNodes.has(node)),
  }));
  return { ...nothing, doubt, findings: findDissenters(fresh.filter(({ nodes }) => nodes.length > 0)) };
}

function isNews(before: AgreementEntry | undefined, after: AgreementEntry | null): boolean {
  const said = (entry: AgreementEntry | null | undefined) =>
    entry ? JSON.stringify([entry.problems, entry.waiting, entry.byDesign, entry.doubt]) : '';
  return said(before) !== said(after);
}
