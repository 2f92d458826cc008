import { answer, found, json, pathParameter } from '@/lib/server/web/answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ node: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async ({ collector }) => {
    const node = pathParameter((await params).node);
    collector.watchNode(node);
    return json(found(collector.agent(node), `agent on the node ${JSON.stringify(node)}`));
  });
}
