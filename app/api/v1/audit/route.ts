import { answer, json } from '@/lib/server/web/answer';
import { auditQuery } from '@/lib/server/web/openapi/rollout-schemas';
import { readQuery } from '@/lib/server/web/query-parameters';
import { auditFile } from './audit-file';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ rollouts }) => {
    const { format = 'json' } = readQuery(request, auditQuery);
    const items = await rollouts.audit();
    return format === 'json' ? json({ items }) : auditFile(items, format);
  });
}
