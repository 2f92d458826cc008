import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { AgentConfig } from '@/lib/cilium/expected-frontends/settings-of-agent';
import { mergeLayers } from '@/lib/cilium/settings/config-layers';
import type { AdviceFacts, AdvisedAgent } from '@/lib/snapshot/advice/advice-facts';
import type { AdviceGap, AdviceView } from '@/lib/snapshot/advice/advice-view';
import { adviceRules, judgeAdvice } from '@/lib/snapshot/advice/judge-advice';
import type { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { configLayers } from '@/lib/snapshot/agreement/config-history';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { AgentBook } from '../agent-book';
import type { AgentRecord } from '../agent-record';
import type { ConfigWatch } from '../agreement/config-watch';
import type { ClusterWatch } from '../cluster-watch';
import type { EventLog } from '../event-log';
import type { FrontendBook } from '../frontend-book';
import { isOwnAnswer } from '../settings/judge-agent';

type Inputs = {
  watch: Pick<ClusterWatch, 'names' | 'pods'>;
  config: Pick<ConfigWatch, 'historyOf'>;
  agents: Pick<AgentBook, 'all'>;
  book: Pick<FrontendBook, 'views'>;
  log: Pick<EventLog, 'revision' | 'append'>;
};

/** Draws advice from what is known, and publishes it when it says something else. */
export class AdviceKeeper {
  private last: AdviceView | null = null;
  private isStale = true;
  private lastText = '';
  private readonly inputs: Inputs;

  constructor(inputs: Inputs) {
    this.inputs = inputs;
  }

  /** The advice of the last look. */
  view(): AdviceView {
    this.last ??= { revision: this.inputs.log.revision, ...this.lookAgain() };
    return this.last;
  }

  /** Says that an agent, a row, an object or the configuration changed. */
  invalidate(): void {
    this.isStale = true;
  }

  /**
   * Looks again where something changed: at every agent, row and object, so not too often. Where rows that changed are
   * not merged yet, it will look once more.
   */
  refresh(rowsAreMerged: boolean): void {
    if (!this.isStale) return;
    this.isStale = !rowsAreMerged;
    const advice = this.lookAgain();
    const text = JSON.stringify(advice);
    if (text === this.lastText) return;
    this.lastText = text;
    const { log } = this.inputs;
    this.last = { revision: log.revision, ...advice };
    log.append({ event: 'advice', advice: this.last });
  }

  private lookAgain(): Omit<AdviceView, 'revision'> {
    const { watch, agents, book } = this.inputs;
    const { known, services } = watch.names;
    const records = agents.all().filter(({ goneMs }) => goneMs === null);
    const advised = records.flatMap((record) => this.advised(record) ?? []);
    const facts: AdviceFacts = {
      agents: advised,
      services: known.has('services') ? [...services.values()] : null,
      pods: known.has('pods') ? [...watch.pods.values()] : null,
      frontends: book.views(),
    };
    const gaps: [AdviceGap, boolean][] = [
      ['services', facts.services === null],
      ['pods', facts.pods === null],
      ['nodes', !known.has('nodes')],
      ['configuration', advised.some(({ config }) => config === null)],
    ];
    return {
      ruleCount: adviceRules.length,
      agents: { total: records.length, known: advised.length },
      gaps: gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : [])),
      items: judgeAdvice(facts),
    };
  }

  /** null where the agent that runs now has not said what it runs with. */
  private advised(record: AgentRecord): AdvisedAgent | null {
    const { node, pod, status } = record;
    const version = parseAgentVersion(record.version ?? '');
    if (status === null || version === null || !isOwnAnswer(record)) return null;
    const object = this.inputs.watch.names.nodeByName.get(node);
    return {
      node,
      version,
      status,
      // Without the labels of the node it is not known which CiliumNodeConfigs are for it.
      config:
        object === undefined ? null : configOf(this.inputs.config.historyOf(pod.namespace), pod, object),
      provider: object?.provider ?? null,
    };
  }
}

function configOf(
  history: ConfigHistory | null,
  { startedTimestamp }: AgentPodObject,
  { labels }: NodeObject,
): AgentConfig {
  const latest = history?.latest ?? null;
  if (history === null || latest === null) return null;
  const startedWith = startedTimestamp === null ? null : history.at(Date.parse(startedTimestamp), labels);
  return startedWith ?? mergeLayers(configLayers(latest, labels));
}
