import { getRuntime } from './runtime';

/** 200 when every agent has been asked once or could not be, else 503; the body says it in words. */
export function readiness(): Response {
  const ready = getRuntime()?.collector.ready() ?? false;
  return new Response(ready ? 'ok\n' : 'the agents have not all been asked yet\n', {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
