import type { AgentCommand } from '@/lib/snapshot/agent-view';
import type { RolloutAction } from '@/lib/snapshot/rollout-view';

/** Every URL of the product, so that none is typed twice. */
export const paths = {
  overview: '/',
  services: '/services',
  agreement: '/agreement',
  status: '/status',
  settings: '/settings',
  change: '/change',
  changePlan: '/change/plan',
  audit: '/change/audit',
  rollout: (id: string) => `/change/rollouts/${encodeURIComponent(id)}`,
  learn: '/learn',
  kubeProxy: '/learn/kube-proxy',
  dsrSimulator: '/learn/dsr',
  node: (node: string) => `/nodes/${encodeURIComponent(node)}`,
  raw: (node: string, command: AgentCommand) => `/nodes/${encodeURIComponent(node)}/raw/${command}`,
  api: {
    source: '/api/v1/source',
    agents: '/api/v1/agents',
    agent: (node: string) => `/api/v1/agents/${encodeURIComponent(node)}`,
    raw: (node: string, command: AgentCommand) => `/api/v1/agents/${encodeURIComponent(node)}/raw/${command}`,
    agreement: '/api/v1/agreement',
    convergence: '/api/v1/convergence',
    settings: '/api/v1/settings',
    plans: '/api/v1/plans',
    rollouts: '/api/v1/rollouts',
    rollout: (id: string) => `/api/v1/rollouts/${encodeURIComponent(id)}`,
    rolloutAction: (id: string, action: RolloutAction) =>
      `/api/v1/rollouts/${encodeURIComponent(id)}/${action}`,
    rolloutPermission: '/api/v1/rollouts/permission',
    audit: '/api/v1/audit',
    advice: '/api/v1/advice',
    fields: '/api/v1/fields',
    frontends: '/api/v1/frontends',
    frontend: (key: string) => `/api/v1/frontends/${encodeURIComponent(key)}`,
    events: '/api/v1/events',
    openapi: '/api/v1/openapi.json',
  },
} as const;
