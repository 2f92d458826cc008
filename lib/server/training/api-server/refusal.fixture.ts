import type { V1Status } from '@kubernetes/client-node';
import { ApiException } from '@kubernetes/client-node';

/** The Status with which the API refuses, and its headers. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<V1Status & { headers: Record<string, string> }> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiException)) throw new Error(`Expected the API to refuse, got ${String(error)}`);
  const body: unknown = error.body;
  // client-node drops the body of a 401.
  return {
    code: error.code,
    ...(typeof body === 'string' ? JSON.parse(body) : body),
    headers: error.headers,
  };
}
