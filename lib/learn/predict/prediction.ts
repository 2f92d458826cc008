/** One answer to choose; `address` is set apart as what can be typed. */
export type PredictionOption = { id: string; words: string; address: string | null };

/** A question that is asked before a step shows its answer. */
export type Prediction = {
  /** Unique among those of a simulator. */
  id: string;
  /** The first step, from 0, that gives the answer away. */
  step: number;
  question: string;
  /** In the order in which the keys 1 to 9 choose them. */
  options: PredictionOption[];
  rightId: string;
  /** What is so: `The pod sees node 1`. */
  fact: string;
  /** Why it is so. */
  why: string;
};

/** What was chosen, by the question's id: an option's id, or `shown` where the reader asked to be told. */
export type Predicted = ReadonlyMap<string, string>;

/** What stands for an answer where the reader asked to be told. */
export const shown = 'shown';

/** Gives the first question without an answer; null where all have one. Questions stand in the order of their steps. */
export function openPrediction(predictions: readonly Prediction[], predicted: Predicted): Prediction | null {
  return predictions.find(({ id }) => !predicted.has(id)) ?? null;
}

/** True while a question is asked and has no answer: what gives its answer away is hidden. False for null. */
export function isOpen(id: string | null, predictions: readonly Prediction[], predicted: Predicted): boolean {
  return id !== null && !predicted.has(id) && predictions.some((each) => each.id === id);
}

/** Gives the step from which on steps are masked; their count where none is. */
export function maskedFrom(predictions: readonly Prediction[], predicted: Predicted, count: number): number {
  return openPrediction(predictions, predicted)?.step ?? count;
}
