import { HttpProblem, problemResponse } from './problem/problem-response';
import type { Runtime } from './runtime';
import { getRuntime } from './runtime';

const noStore = { 'Cache-Control': 'no-store' };

function toResponse(error: unknown, instance: string): Response {
  if (error instanceof HttpProblem) return problemResponse(error.document(instance));
  process.stderr.write(`${instance}: ${error instanceof Error ? error.stack : String(error)}\n`);
  const occurrence = {
    detail: 'The answer could not be made; the server printed why.',
    hint: 'Ask again, and report what the server printed if it stays.',
  };
  return problemResponse(new HttpProblem('internal', occurrence).document(instance));
}

/** The runtime, or the problem that there is none yet. Throws HttpProblem. */
export function needRuntime(): Runtime {
  const runtime = getRuntime();
  if (runtime) return runtime;
  throw new HttpProblem('not-started', {
    detail: 'No cluster is being asked.',
    hint: 'Start the dashboard with `npm start` or `kpr-explorer start`.',
  });
}

/** Runs a route; whatever it throws becomes a problem document, and nothing of an unexpected error's words leaves. */
export async function answer(
  request: Request,
  route: (runtime: Runtime) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await route(needRuntime());
  } catch (error) {
    // Nobody reads what a reader who left would get.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return toResponse(error, new URL(request.url).pathname);
  }
}

/** A value as JSON that no cache keeps. */
export function json(value: unknown): Response {
  return Response.json(value, { headers: noStore });
}

/** As `json`, or 304 without a body when the asker names the same tag in `If-None-Match`. */
export function taggedJson(request: Request, tag: string, value: unknown): Response {
  const headers = { ...noStore, ETag: `"${tag}"` };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  const same = known.some((item) => item.trim().replace(/^W\//, '') === headers.ETag);
  return same ? new Response(null, { status: 304, headers }) : Response.json(value, { headers });
}

/** The value of a path parameter, decoded once; text that is not percent-encoding is taken as it is. */
export function pathParameter(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The value, or a 404 that names what was asked for where it is null. Throws HttpProblem. */
export function found<T>(value: T | null, what: string): T {
  if (value !== null) return value;
  throw new HttpProblem('not-found', {
    detail: `There is no ${what}.`,
    hint: 'It may be gone: ask for the list again.',
  });
}
