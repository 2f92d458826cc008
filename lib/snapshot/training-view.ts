/** A training cluster that can be begun. */
export type TrainingScenario = { name: string; title: string; description: string };

/** `GET /api/v1/training`: whether a training cluster is looked at, and which there are. */
export type TrainingView = {
  /** The one that is looked at; null where it is no training cluster. */
  scenario: string | null;
  /** It may be begun anew from here: the server lets one change the cluster. */
  mayRestart: boolean;
  scenarios: TrainingScenario[];
};

/** `POST /api/v1/training`: begins a training cluster anew, the same or another. */
export type TrainingRequest = { scenario: string };
