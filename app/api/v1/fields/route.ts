import { fieldList, releaseAskedFor } from '@/lib/cilium/fields/field-view';
import { answer, json } from '@/lib/server/web/answer';
import { fieldQuery } from '@/lib/server/web/openapi/field-schemas';
import { readQuery } from '@/lib/server/web/query-parameters';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, () =>
    json(fieldList(releaseAskedFor(readQuery(request, fieldQuery).version ?? ''))),
  );
}
