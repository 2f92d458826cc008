import type { FrontendKey } from '@/lib/cilium/frontend';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { ClusterFacts } from '@/lib/snapshot/cluster-facts';
import { packDelta } from '@/lib/snapshot/patch/pack-delta';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import type { SourceView } from '@/lib/snapshot/source-view';
import type { AgreementKeeper } from './agreement/agreement-keeper';
import type { EventLog } from './event-log';
import type { FrontendBook } from './frontend-book';
import { PacedRows } from './paced-rows';
import { RowNews } from './row-news';

export type PublishedState = {
  agent: (node: string) => AgentView | null;
  facts: () => ClusterFacts;
  source: () => SourceView;
  freshNodes: () => ReadonlySet<string>;
  agreement: () => AgreementView;
  /** null where nothing changed since it was asked last. */
  settings: () => SettingsView | null;
};

/** Times of answers are sent this often: enough for an age that is shown in seconds. */
const answersEachMs = 2_000;
const rowEachMs = 500;
const progressEachMs = 10_000;
const everyRowEachMs = 2_000;
const factsEachMs = 1_000;
const agreementEachMs = 1_000;
const convergenceEachMs = 1_000;
const settingsEachMs = 1_000;

/** Collects what changed and publishes it a few times a second, as one event of each kind. */
export class Publisher {
  private readonly changedRows = new PacedRows(rowEachMs);
  private readonly rowNews = new RowNews(progressEachMs);
  private readonly agents = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly removedAgents = new Set<string>();
  private allRows = false;
  private sourceText = '';
  private factsText = '';
  private answersMs = 0;
  private everyRowMs = 0;
  private factsMs = 0;
  private agreementText = '';
  private agreementMs = 0;
  private convergenceMs = 0;
  private settingsText = '';
  private settingsMs = 0;
  private agreementIsNews = true;
  private readonly log: EventLog;
  private readonly book: FrontendBook;
  private readonly agreement: AgreementKeeper;
  private readonly state: PublishedState;

  constructor(log: EventLog, book: FrontendBook, agreement: AgreementKeeper, state: PublishedState) {
    this.log = log;
    this.book = book;
    this.agreement = agreement;
    this.state = state;
  }

  rows(keys: Iterable<FrontendKey>): void {
    this.changedRows.add(keys);
  }

  /** True where every row that changed is in the views. */
  get isUpToDate(): boolean {
    return this.changedRows.isEmpty;
  }

  /** Every row may come out different: a node became fresh or stale, or a kind was listed. It may take 2 s. */
  everyRow(): void {
    this.allRows = true;
  }

  agent(node: string): void {
    this.agents.add(node);
    this.agreementIsNews = true;
    this.removedAgents.delete(node);
  }

  agentAsked(node: string): void {
    this.asked.add(node);
  }

  agentRemoved(node: string): void {
    this.agents.delete(node);
    this.asked.delete(node);
    this.removedAgents.add(node);
  }

  /** Merges what changed and appends its events. */
  publish(nowMs: number): void {
    this.publishRows(nowMs);
    this.publishAgents(nowMs);
    this.publishSource();
    this.publishAgreement(nowMs);
    this.publishSettings(nowMs);
    this.publishConvergence(nowMs);
    if (nowMs - this.factsMs >= factsEachMs) this.publishFacts(nowMs);
  }

  private publishRows(nowMs: number): void {
    if (this.allRows && nowMs - this.everyRowMs >= everyRowEachMs) {
      this.rows(this.book.keys());
      this.rows(this.agreement.expectations.keys());
      this.agreementIsNews = true;
      this.allRows = false;
      this.everyRowMs = nowMs;
    }
    const freshNodes = this.state.freshNodes();
    const { touched, news } = this.agreement.refresh(this.changedRows.take(nowMs), freshNodes, nowMs);
    this.agreementIsNews ||= news.length > 0;
    const refreshed = this.book.refresh(touched, freshNodes, nowMs);
    const delta = this.rowNews.take(refreshed, nowMs);
    if (delta.added.length + delta.patched.length + delta.removed.length > 0) {
      this.log.append({ event: 'delta', ...packDelta(delta) });
    }
  }

  private publishAgents(nowMs: number): void {
    const agents = [...this.agents].sort().flatMap((node) => this.state.agent(node) ?? []);
    const removed = [...this.removedAgents];
    if (agents.length > 0 || removed.length > 0) this.log.append({ event: 'agent', agents, removed });
    for (const node of this.agents) this.asked.delete(node);
    this.agents.clear();
    this.removedAgents.clear();
    if (this.asked.size === 0 || nowMs - this.answersMs < answersEachMs) return;
    const views = [...this.asked].flatMap((node) => this.state.agent(node) ?? []);
    this.log.append({
      event: 'answers',
      answers: Object.fromEntries(
        views.map(({ node, answers, frontendCount, backendCount }) => [
          node,
          { answers, frontendCount, backendCount },
        ]),
      ),
    });
    this.asked.clear();
    this.answersMs = nowMs;
  }

  private publishConvergence(nowMs: number): void {
    if (nowMs - this.convergenceMs < convergenceEachMs) return;
    const changes = this.agreement.convergence.takeNews();
    if (changes.length === 0) return;
    this.convergenceMs = nowMs;
    this.log.append({ event: 'convergence', changes });
  }

  private publishAgreement(nowMs: number): void {
    if (!this.agreementIsNews || nowMs - this.agreementMs < agreementEachMs) return;
    this.agreementIsNews = false;
    this.agreementMs = nowMs;
    const { expected: _expected, ...agreement } = this.state.agreement();
    const text = JSON.stringify({ ...agreement, revision: 0, checkedAt: null });
    if (text === this.agreementText) return;
    this.agreementText = text;
    this.log.append({ event: 'agreement', agreement });
  }

  private publishSettings(nowMs: number): void {
    if (nowMs - this.settingsMs < settingsEachMs) return;
    const settings = this.state.settings();
    if (settings === null) return;
    this.settingsMs = nowMs;
    const text = JSON.stringify({ ...settings, revision: 0 });
    if (text === this.settingsText) return;
    this.settingsText = text;
    this.log.append({ event: 'settings', settings });
  }

  private publishSource(): void {
    const source = this.state.source();
    const text = JSON.stringify(source);
    if (text === this.sourceText) return;
    this.sourceText = text;
    this.log.append({ event: 'source', source });
  }

  private publishFacts(nowMs: number): void {
    this.factsMs = nowMs;
    const facts = this.state.facts();
    const text = JSON.stringify(facts);
    if (text === this.factsText) return;
    this.factsText = text;
    this.log.append({ event: 'facts', facts });
  }
}
