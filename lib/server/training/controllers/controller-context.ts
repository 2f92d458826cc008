import type { Clock } from '../api-server/clock';
import type { ObjectStore } from '../api-server/object-store';
import type { PodIndex } from './pod-index';

/** What the controllers share. */
export type ControllerContext = {
  store: ObjectStore;
  clock: Clock;
  /** The time that goes into objects: while the cluster is being set up, days ago. */
  nowMs(): number;
  /** A generated name suffix, the same for the same seed. */
  nameSuffix(): string;
  /** While the cluster is being set up pods start at once and nothing is recorded as an event. */
  settingUp(): boolean;
  pods: PodIndex;
};
