import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { addressIdentity, type AddressIdentity } from './address-identity';
import { isPublicKey, labelParts } from './label-parts';
import { wordsOfText } from './words-of-text';

/** What a name is of: its placeholder says so. `other` is a name that only a sentence has. */
export type NameKind =
  'namespace' | 'service' | 'port' | 'pod' | 'workload' | 'node' | 'zone' | 'source' | 'other';

/** What stands for a backend without a name of its own; ours, so that it masks nobody. */
const ownWords: ReadonlySet<string> = new Set(['API server', 'Envoy on the node']);

/** True for a backend's name that is our description of it, not its name in the cluster. */
export function isOwnWord(name: string): boolean {
  return ownWords.has(name);
}

/**
 * Every name and address of what is to be masked. It must be known before the first placeholder is made: a placeholder
 * that another thing of the cluster has as its real name would be taken for that thing.
 */
export class MaskVocabulary {
  readonly names = new Map<string, NameKind>();
  readonly addresses = new Map<string, AddressIdentity>();
  /** Values and keys of labels. They are no names: `true` and `backend` are words of sentences too. */
  readonly labelWords = new Set<string>();
  private readonly nodeSets = new Set<readonly string[]>();
  private readonly labelSets = new Set<readonly string[]>();

  /** A name keeps the kind that it was first met with. */
  name(kind: NameKind, name: string | null): void {
    if (name !== null && name !== '' && !isOwnWord(name) && !this.names.has(name)) this.names.set(name, kind);
  }

  address(ip: string): void {
    const identity = addressIdentity(ip);
    if (identity === null) this.name('other', ip);
    else if (!this.addresses.has(identity.key)) this.addresses.set(identity.key, identity);
  }

  nodes(nodes: readonly string[]): void {
    if (this.nodeSets.has(nodes)) return;
    this.nodeSets.add(nodes);
    for (const node of nodes) this.name('node', node);
  }

  labels(labels: readonly string[]): void {
    if (this.labelSets.has(labels)) return;
    this.labelSets.add(labels);
    for (const { key, value } of labels.map(labelParts)) {
      if (!isPublicKey(key)) this.labelWords.add(key);
      if (value !== '') this.labelWords.add(value);
    }
  }

  /** Names that a sentence alone has, and its addresses. */
  text(text: string): void {
    for (const { kind, word } of wordsOfText(text, (name) => this.names.has(name))) {
      if (kind === 'address') this.address(word);
      else if (kind === 'name') this.name('other', word);
    }
  }

  agents(agents: readonly Pick<AgentView, 'node' | 'namespace' | 'pod' | 'daemonSet' | 'zone'>[]): void {
    for (const { node, namespace, pod, daemonSet, zone } of agents) {
      this.name('node', node);
      this.name('namespace', namespace);
      this.name('pod', pod);
      this.name('workload', daemonSet);
      this.name('zone', zone);
    }
  }

  frontend({ ip, service, labels, nodes, backends, problems }: FrontendView): void {
    this.address(ip);
    if (service !== null) {
      this.name('namespace', service.namespace);
      this.name('service', service.name);
      this.name('port', service.portName);
    }
    this.labels(labels);
    this.nodes(nodes);
    for (const { ip: backendIP, target, nodes: having } of backends) {
      this.address(backendIP);
      this.nodes(having);
      this.name('namespace', target.namespace);
      this.name('node', target.node);
      this.name(target.kind === 'outside' ? 'other' : 'pod', target.name);
      this.name('workload', target.workload);
      this.name('zone', target.zone);
    }
    for (const { nodes: named } of problems) this.nodes(named);
  }

  /** The sentences of a frontend: last, when what other rows say of their names is known. */
  texts({ problems }: FrontendView): void {
    for (const { text } of problems) this.text(text);
  }

  agreement({ problems, expected, agents }: Pick<AgreementView, 'problems' | 'expected' | 'agents'>): void {
    for (const { service, nodes } of [...problems, ...expected]) {
      if (service !== null) {
        this.name('namespace', service.namespace);
        this.name('service', service.name);
        this.name('port', service.portName);
      }
      this.nodes(nodes);
    }
    for (const { node } of agents.unjudged) this.name('node', node);
    for (const { key, difference, explanation } of [...problems, ...expected]) {
      for (const text of [key, difference, explanation]) if (text !== null) this.text(text);
    }
  }
}
