import { shown, type Predicted, type Prediction } from '../predict/prediction';

/**
 * Gives the answers that still stand once parameters changed: as long as questions have the same right answer as
 * before, or were asked to be shown. The first whose answer changed is asked again, and those behind it with it, so
 * that questions come in their order.
 */
export function stillPredicted(
  before: readonly Prediction[],
  after: readonly Prediction[],
  predicted: Predicted,
): Predicted {
  const rightBefore = new Map(before.map(({ id, rightId }) => [id, rightId]));
  const changed = after.findIndex(
    ({ id, rightId }) => predicted.get(id) !== shown && rightBefore.get(id) !== rightId,
  );
  const standing = (changed < 0 ? after : after.slice(0, changed)).map(({ id }) => id);
  return new Map([...predicted].filter(([id]) => standing.includes(id)));
}
