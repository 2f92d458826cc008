import type { Collector } from '@/lib/server/collector/collector';

/** What a rollout asks the collector: everything it follows is what the collector watches anyway. */
export type AgentSource = Pick<
  Collector,
  'agent' | 'agents' | 'agreement' | 'plan' | 'ready' | 'settings' | 'watchNode'
>;
