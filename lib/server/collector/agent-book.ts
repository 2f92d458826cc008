import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import type { AgentRecord } from './agent-record';
import { newAgentRecord } from './agent-record';

/** How long a node keeps its agent's last values while it has no agent pod: a rolling update takes less. */
const keptWhenGoneMs = 60_000;

export type AgentChange = 'new' | 'replaced' | 'changed' | 'gone' | 'none';

/** The agents by node, as their pods come and go. During a rolling update a node has two: the living one counts. */
export class AgentBook {
  private readonly records = new Map<string, AgentRecord>();
  private readonly pods = new Map<string, AgentPodObject>();

  /** Takes a pod that came, changed (not null) or went (null); says what that means for its node. */
  change(
    key: string,
    current: AgentPodObject | null,
    nowMs: number,
  ): { node: string; change: AgentChange } | null {
    const node = current?.node ?? this.pods.get(key)?.node;
    if (node === undefined) return null;
    if (current === null) this.pods.delete(key);
    else this.pods.set(key, current);
    return { node, change: this.settle(node, nowMs) };
  }

  get(node: string): AgentRecord | undefined {
    return this.records.get(node);
  }

  /** All agents, by node name. */
  all(): AgentRecord[] {
    return [...this.records.values()].sort((a, b) => (a.node < b.node ? -1 : 1));
  }

  /** Takes out the agents that have been gone for so long that they will not come back; gives their nodes. */
  takeLongGone(nowMs: number): string[] {
    const gone = this.all().filter(({ goneMs }) => goneMs !== null && nowMs - goneMs > keptWhenGoneMs);
    for (const { node } of gone) this.records.delete(node);
    return gone.map(({ node }) => node);
  }

  /** Nodes whose table is that of the last question: not older than it should be. */
  freshNodes(): ReadonlySet<string> {
    return new Set(
      this.all().flatMap(({ node, answers }) => {
        const { answeredTimestamp, stale } = answers['service-list'];
        return answeredTimestamp !== null && !stale ? [node] : [];
      }),
    );
  }

  private settle(node: string, nowMs: number): AgentChange {
    const record = this.records.get(node);
    const pod = [...this.pods.values()].filter((one) => one.node === node).sort(livelierFirst)[0];
    if (pod === undefined) {
      if (record === undefined || record.goneMs !== null) return 'none';
      record.goneMs = nowMs;
      return 'gone';
    }
    if (record === undefined) {
      this.records.set(node, newAgentRecord(pod));
      return 'new';
    }
    const before = record.pod;
    const wasGone = record.goneMs !== null;
    record.pod = pod;
    record.goneMs = null;
    if (before.name !== pod.name || before.image !== pod.image) record.binary = null;
    const isOther = before.name !== pod.name || before.containerId !== pod.containerId;
    // A pod that has become ready may have had nothing to say a moment ago.
    if (wasGone || isOther || (pod.ready && !before.ready)) return 'replaced';
    return JSON.stringify(before) === JSON.stringify(pod) ? 'none' : 'changed';
  }
}

function livelierFirst(a: AgentPodObject, b: AgentPodObject): number {
  const rank = ({ terminating, phase }: AgentPodObject) =>
    (terminating ? 2 : 0) + (phase === 'Running' ? 0 : 1);
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}
