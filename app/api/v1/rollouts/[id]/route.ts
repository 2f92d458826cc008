import { answer, found, json, pathParameter } from '@/lib/server/web/answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async ({ rollouts }) => {
    const id = pathParameter((await params).id);
    return json(found(rollouts.get(id), `rollout ${JSON.stringify(id.slice(0, 64))}`));
  });
}
