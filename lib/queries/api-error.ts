import type { ProblemDocument } from '@/lib/snapshot/problem-document';

function isProblemDocument(
  value: unknown,
): value is Pick<ProblemDocument, 'title' | 'status'> & Partial<ProblemDocument> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}

/** A question to the API that was not answered. `status` is null where the server was not reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly url: string,
    readonly status: number | null,
    readonly title: string,
    readonly detail: string | null,
    readonly hint: string | null,
    options?: ErrorOptions,
  ) {
    super(detail === null ? title : `${title}: ${detail}`, options);
  }

  /** Reads an error response, whatever its body holds. */
  static async fromResponse(url: string, response: Response): Promise<ApiError> {
    const body: unknown = await response.json().catch(() => null);
    if (isProblemDocument(body)) {
      return new ApiError(url, response.status, body.title, body.detail ?? null, body.hint ?? null);
    }
    return new ApiError(url, response.status, `The server answered ${response.status}`, null, null);
  }

  /** The server could not be reached at all. */
  static unreachable(url: string, cause: unknown): ApiError {
    return new ApiError(
      url,
      null,
      'KPR Explorer does not answer',
      null,
      'Is it still running in the terminal you started it from?',
      { cause },
    );
  }
}
