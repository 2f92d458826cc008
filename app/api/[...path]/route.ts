import { problemDocument } from '@/lib/server/web/problem/problem';
import { problemResponse } from '@/lib/server/web/problem/problem-response';

export const dynamic = 'force-dynamic';

/** Under /api an unknown path is answered as any other error of the API is. */
export function GET(request: Request): Response {
  const instance = new URL(request.url).pathname;
  const hint = 'The routes are described in /api/v1/openapi.json.';
  return problemResponse(problemDocument('not-found', { detail: 'There is no such route.', hint, instance }));
}
