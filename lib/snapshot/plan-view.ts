import type { Plan } from '@/lib/cilium/plan/plan';

/** `POST /api/v1/plans`: a plan, and the cluster it was made from. */
export type PlanView = Plan & {
  /** When it was made (RFC 3339): the cluster may be another one by now. */
  madeTimestamp: string;
  namespace: string;
  /** When the ConfigMap was last written; null where the API does not say. */
  configWrittenTimestamp: string | null;
};
