import type { Release } from '@/lib/cilium/agent-version';
import type { LoadBalancingSettings, NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendExpectation } from '@/lib/snapshot/agreement/compare-frontend';
import type { ServiceRef } from '@/lib/snapshot/frontend-view';
import { AgentClass } from './agent-class';
import type { ServiceChange } from './convergence-book';
import type { ClusterInputs } from './cluster-inputs';

/** What decides on the rows of one agent, beside the objects of the cluster. */
export type AgentFacts = { version: Release; settings: LoadBalancingSettings; input: NodeInput };

/** What every agent must have; agents of one version and configuration share it. */
export class Expectations {
  private readonly classes = new Map<string, AgentClass>();
  private nodesJudged: ReadonlySet<string> = new Set();

  /** Nodes whose agents are known well enough to say what they must have. */
  get nodes(): ReadonlySet<string> {
    return this.nodesJudged;
  }

  /** The version and configuration of each group of agents, by a name of its own. */
  get all(): ReadonlyMap<string, AgentClass> {
    return this.classes;
  }

  /**
   * Takes agents and cluster as they are now. Gives the frontends that some agent must have otherwise than before, and
   * the Services whose change makes it so.
   */
  update(
    agents: readonly AgentFacts[],
    inputs: ClusterInputs,
  ): { touched: Set<FrontendKey>; changes: ServiceChange[] } {
    const changes = new Map<string, ServiceChange>();
    const groups = new Map<
      string,
      { version: Release; settings: LoadBalancingSettings; nodes: NodeInput[] }
    >();
    for (const { version, settings, input } of agents) {
      const { major, minor, patch } = version;
      const id = JSON.stringify([major, minor, patch, settings]);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { version, settings, nodes: [input] });
      else group.nodes.push(input);
    }
    const touched = new Set<FrontendKey>();
    for (const [id, one] of this.classes) {
      if (groups.has(id)) continue;
      for (const key of one.keys()) touched.add(key);
      this.classes.delete(id);
    }
    for (const [id, group] of groups) {
      const known = this.classes.get(id) ?? new AgentClass();
      this.classes.set(id, known);
      const updated = known.update({ ...inputs, ...group });
      for (const key of updated.touched) touched.add(key);
      for (const change of updated.changes) {
        const name = `${change.service.namespace}/${change.service.name}`;
        const other = changes.get(name);
        const nodes = other === undefined ? change.nodes : new Map([...other.nodes, ...change.nodes]);
        changes.set(name, { ...change, nodes });
      }
    }
    const nodes = agents.map(({ input }) => input.name);
    if (nodes.length !== this.nodesJudged.size || nodes.some((node) => !this.nodesJudged.has(node))) {
      for (const one of this.classes.values()) for (const key of one.keys()) touched.add(key);
      this.nodesJudged = new Set(nodes);
    }
    return { touched, changes: [...changes.values()] };
  }

  /** The frontends that some agent must have. */
  keys(): Set<FrontendKey> {
    return new Set([...this.classes.values()].flatMap((one) => one.keys()));
  }

  /** The Service a frontend is of, as some agent must have it; null where no Service makes it. */
  serviceOf(key: FrontendKey): ServiceRef | null {
    for (const one of this.classes.values()) {
      const found = one.serviceOf(key);
      if (found !== null) return found;
    }
    return null;
  }

  /** What the given nodes must have, frontend by frontend; call `endPass` when through. */
  startPass(judged: ReadonlySet<string>): (key: FrontendKey) => FrontendExpectation[] {
    const parts = [...this.classes.values()].flatMap((one) => {
      const { cluster } = one;
      const nodes = new Map([...one.nodes].filter(([node]) => judged.has(node)));
      return cluster === null || nodes.size === 0 ? [] : [{ one, cluster, nodes }];
    });
    return (key) => parts.map(({ one, cluster, nodes }) => ({ cluster, nodes, ...one.rowsOf(key) }));
  }

  /** Forgets what was made for one pass over the frontends. */
  endPass(): void {
    for (const one of this.classes.values()) one.endPass();
  }
}
