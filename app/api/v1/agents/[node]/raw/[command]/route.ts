import { answer, found, json, pathParameter } from '@/lib/server/web/answer';
import { readCommand } from '@/lib/server/web/read-command';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ node: string; command: string }> };

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async ({ collector }) => {
    const asked = await params;
    const node = pathParameter(asked.node);
    const raw = await collector.raw(node, readCommand(asked.command), request.signal);
    return json(found(raw, `agent on the node ${JSON.stringify(node)}`));
  });
}
