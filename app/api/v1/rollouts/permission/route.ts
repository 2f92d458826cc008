import { answer, json } from '@/lib/server/web/answer';
import { HttpProblem } from '@/lib/server/web/problem/problem-response';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ rollouts }) => {
    const permission = await rollouts.permission();
    if (!('refusal' in permission)) return json(permission);
    const { code, ...occurrence } = permission.refusal;
    throw new HttpProblem(code, occurrence);
  });
}
