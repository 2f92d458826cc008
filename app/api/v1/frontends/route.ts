import { answer, taggedJson } from '@/lib/server/web/answer';
import { frontendQuery } from '@/lib/server/web/openapi/frontend-query';
import { readQuery } from '@/lib/server/web/query-parameters';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, ({ collector }) => {
    const page = collector.frontends(readQuery(request, frontendQuery));
    return taggedJson(request, `${collector.source().startedTimestamp}/${page.revision}`, page);
  });
}
