import { service } from '../../snapshot.fixture';
import type { AdviceFacts } from '../advice-facts';
import type { AdviceSeverity } from '../advice-view';
import { agent } from '../advice.fixture';

/** A rule’s case: what it speaks of, and the nearest of which it does not. */
export type AdviceCase = {
  id: string;
  /** What makes it speak. */
  speaks: AdviceFacts;
  severity: AdviceSeverity;
  evidence: string[];
  /** The nearest in which it has nothing to say. */
  silent: Record<string, AdviceFacts>;
};

/** Two agents of one shape. */
export const two = (shape: Parameters<typeof agent>[1]) => [agent('a', shape), agent('b', shape)];
/** The Service web of type LoadBalancer. */
export const web = (rest: Parameters<typeof service>[1] = {}) =>
  service('web', { type: 'LoadBalancer', ...rest });
/** The same with an annotation of Cilium’s. */
export const annotated = (key: string, value: string) =>
  web({ annotations: { [`service.cilium.io/${key}`]: value } });
/** Sticky sessions. */
export const affinity = { sessionAffinity: 'ClientIP' };
/** Agents that forward by DSR with an IP option. */
export const dsr = (config: Record<string, string> = {}) => ({
  nodePort: { mode: 'DSR', dsrMode: 'IP Option/Extension' },
  config,
});
