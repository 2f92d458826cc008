import { ApiError } from './api-error';
import { learnServerClock } from './server-clock';

/**
 * Asks the API. The caller names the type: the server's answers are held to the OpenAPI document by its tests.
 * Rejects with an ApiError, or with the abort reason of `signal`.
 */
export async function fetchJson<Answer>(url: string, signal: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      signal,
      headers: { accept: 'application/json, application/problem+json' },
    });
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
