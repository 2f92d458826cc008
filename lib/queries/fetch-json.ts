import { ApiError } from './api-error';
import { learnServerClock } from './server-clock';

type Asked = { signal: AbortSignal; body?: string };

async function ask<Answer>(url: string, { signal, body }: Asked): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(url, { signal, headers, ...(body === undefined ? {} : { method: 'POST', body }) });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw ApiError.unreachable(url, cause);
  }
  if (!response.ok) throw await ApiError.fromResponse(url, response);
  const date = response.headers.get('date');
  if (date !== null) learnServerClock(date);
  // The body is ours: both sides share the types of lib/snapshot.
  return (await response.json()) as Answer;
}

/**
 * Asks the API. The caller names the type: the server's answers are held to the OpenAPI document by its tests.
 * Rejects with an ApiError, or with the abort reason of `signal`.
 */
export function fetchJson<Answer>(url: string, signal: AbortSignal): Promise<Answer> {
  return ask<Answer>(url, { signal });
}

/** As `fetchJson`, for a question that is too large for an address. */
export function postJson<Answer>(url: string, question: unknown, signal: AbortSignal): Promise<Answer> {
  return ask<Answer>(url, { signal, body: JSON.stringify(question) });
}
