import { answer, json } from '@/lib/server/web/answer';
import { rolloutBody } from '@/lib/server/web/openapi/rollout-schemas';
import { peerAddress } from '@/lib/server/web/peer-address';
import { readBody } from '@/lib/server/web/read-body';
import { accepted } from '@/lib/server/web/rollout-answer';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, ({ rollouts }) => json(rollouts.list()));
}

/** Begins a rollout of a plan that is made again; a refusal says which rule, verb or lock stands against it. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async ({ rollouts }) => {
    const body = await readBody(request, rolloutBody);
    return json(accepted(await rollouts.begin(body, { fromAddress: peerAddress(request) })));
  });
}
