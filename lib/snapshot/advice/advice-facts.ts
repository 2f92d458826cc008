import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentVersion } from '@/lib/cilium/agent-version';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { FrontendView } from '../frontend-view';
import type { PodObject } from '../objects/pod-object';
import type { ServiceObject } from '../objects/service-object';

/** One agent that answered, and what it started with. */
export type AdvisedAgent = {
  node: string;
  version: AgentVersion;
  status: AgentStatus;
  /** The keys it found at its start or, where that is not known, those that stand there now; null: neither may be read. */
  config: ConfigMapData | null;
  /** The scheme of the node's `spec.providerID`: `aws`, `gce`, `azure`; null: it has none, or may not be read. */
  provider: string | null;
};

/** What advice is drawn from. null: may not be listed, or was not listed yet. */
export type AdviceFacts = {
  agents: readonly AdvisedAgent[];
  services: readonly ServiceObject[] | null;
  pods: readonly PodObject[] | null;
  frontends: readonly FrontendView[];
};
