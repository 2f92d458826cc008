import { answer, json } from '@/lib/server/web/answer';
import { openApiDocument } from '@/lib/server/web/openapi/document';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, ({ version }) => json(openApiDocument(version)));
}
