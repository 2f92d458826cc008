import { shown, type Predicted, type Prediction } from '../predict/prediction';

/**
 * Gives the answers that still stand once parameters changed: those whose question has the same right answer as
 * before, and those that were asked to be shown. A question whose answer changed is asked again.
 */
export function stillPredicted(
  before: readonly Prediction[],
  after: readonly Prediction[],
  predicted: Predicted,
): Predicted {
  const rightBefore = new Map(before.map(({ id, rightId }) => [id, rightId]));
  const isSame = ({ id, rightId }: Prediction) => rightBefore.get(id) === rightId;
  const kept = after.filter((each) => predicted.get(each.id) === shown || isSame(each)).map(({ id }) => id);
  return new Map([...predicted].filter(([id]) => kept.includes(id)));
}
