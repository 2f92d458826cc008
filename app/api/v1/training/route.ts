import { answer, json } from '@/lib/server/web/answer';
import { trainingBody } from '@/lib/server/web/openapi/training-paths';
import { readBody } from '@/lib/server/web/read-body';
import { restartTraining, trainingViewOf } from '@/lib/server/web/restart-training';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answer(request, (runtime) => json(trainingViewOf(runtime)));
}

/** Begins a training cluster anew; there is nothing to be lost in one. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async (runtime) => {
    const { scenario } = await readBody(request, trainingBody);
    return json(await restartTraining(runtime, scenario));
  });
}
