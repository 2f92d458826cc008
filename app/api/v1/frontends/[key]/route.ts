import { answer, found, json, pathParameter } from '@/lib/server/web/answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ key: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async ({ collector }) => {
    const key = pathParameter((await params).key);
    return json(found(collector.frontend(key), `frontend ${JSON.stringify(key)}`));
  });
}
