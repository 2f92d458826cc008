import type {
  AuditEntry,
  ChangePermission,
  RolloutAction,
  RolloutList,
  RolloutRequest,
  RolloutView,
} from '@/lib/snapshot/rollout-view';
import type { Refusal } from './refused-rollout';

/** Who asks, as far as the request tells. */
export type Asker = { fromAddress: string | null };

export type RolloutOutcome = { view: RolloutView } | { refusal: Refusal };

/** What changes of one cluster are asked of. Nothing of it rejects for what the cluster says. */
export type Rollouts = {
  /** Begins a rollout and resolves once its first step may begin; a refusal says why not. */
  begin(request: RolloutRequest, asker: Asker): Promise<RolloutOutcome>;
  act(id: string, action: RolloutAction, asker: Asker): Promise<RolloutOutcome>;
  list(): RolloutList;
  /** Null where there never was one of that name. */
  get(id: string): RolloutView | null;
  permission(): Promise<ChangePermission | { refusal: Refusal }>;
  audit(): Promise<AuditEntry[]>;
  /** Goes on with what an earlier process left unfinished, once the agents are known. Resolves at once. */
  recover(): void;
  /** Stops between steps, or in one; the journal says where. Resolves when nothing is left running. */
  stop(): Promise<void>;
};
