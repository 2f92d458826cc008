import { answer, json } from '@/lib/server/web/answer';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ lessons }) => json(await lessons()));
}
