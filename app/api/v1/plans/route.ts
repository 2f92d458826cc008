import { answer, json } from '@/lib/server/web/answer';
import { planBody } from '@/lib/server/web/openapi/plan-body';
import { readBody } from '@/lib/server/web/read-body';

export const dynamic = 'force-dynamic';

/** Makes a plan out of what is known; nothing is written, neither to the cluster nor here. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async ({ collector }) => {
    const { changes, nodes = null } = await readBody(request, planBody);
    return json(collector.plan({ changes, nodes }));
  });
}
