import type { RolloutOutcome } from '@/lib/server/change/rollouts';
import type { RolloutAction, RolloutView } from '@/lib/snapshot/rollout-view';
import { answer, json, pathParameter } from './answer';
import { actionBody } from './openapi/rollout-schemas';
import { peerAddress } from './peer-address';
import { HttpProblem } from './problem/problem-response';
import { readBody } from './read-body';

/** The view of what was begun. Throws HttpProblem for a refusal. */
export function accepted(outcome: RolloutOutcome): RolloutView {
  if ('view' in outcome) return outcome.view;
  const { code, ...occurrence } = outcome.refusal;
  throw new HttpProblem(code, occurrence);
}

/** The handler of one action on a rollout. */
export function actionHandler(action: RolloutAction) {
  return (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
    answer(request, async ({ rollouts }) => {
      await readBody(request, actionBody);
      const id = pathParameter((await params).id);
      return json(accepted(await rollouts.act(id, action, { fromAddress: peerAddress(request) })));
    });
}
