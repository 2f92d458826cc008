import { answer } from '@/lib/server/web/answer';
import { eventStream, eventStreamHeaders, readerRevision } from '@/lib/server/web/event-stream';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, ({ collector, ended }) => {
    const signal = AbortSignal.any([request.signal, ended]);
    const stream = eventStream(collector, readerRevision(request), signal);
    return new Response(stream, { headers: eventStreamHeaders });
  });
}

/** Without it Next would open a stream for a HEAD and nobody would end it. */
export function HEAD(): Response {
  return new Response(null, { headers: eventStreamHeaders });
}
