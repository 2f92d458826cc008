import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeProtobuf, protobufType } from './schema/decode-protobuf';
import { badRequest, StatusError, unsupportedMediaType } from './status-error';

const mostBodyBytes = 3 * 1024 * 1024;

/** Sends JSON that is already text. */
export function sendJson(response: ServerResponse, code: number, json: string): void {
  const body = Buffer.from(json);
  response.writeHead(code, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}

/** Any error as the Status that the API server would send. */
export function asStatusError(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  if (error instanceof URIError || (error instanceof TypeError && error.message === 'Invalid URL')) {
    return badRequest(error.message);
  }
  return new StatusError(500, 'InternalError', `Internal error occurred: ${String(error)}`);
}

/** Sends the Status of an error; one that came too late for a status line ends the connection. */
export function sendError(response: ServerResponse, error: unknown): StatusError {
  const known = asStatusError(error);
  if (response.headersSent) {
    response.socket?.destroy();
    return known;
  }
  const retryAfterSeconds = known.status.details?.retryAfterSeconds;
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
  sendJson(response, known.code, JSON.stringify(known.status));
  return known;
}

/** The media type of a request's body, without parameters. */
export function contentTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The body of a request in JSON or protobuf, undefined if it has none; throws 400, 413, or 415 for anything else. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBodyBytes) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity is too large: limit is ${mostBodyBytes}`,
        {},
      );
    }
    chunks.push(bytes);
  }
  if (size === 0) return undefined;
  const contentType = contentTypeOf(request);
  if (contentType === protobufType) return decodeProtobuf(Buffer.concat(chunks));
  if (contentType !== '' && !/[/+]json$/.test(contentType)) {
    throw unsupportedMediaType(['application/json', protobufType]);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw badRequest(`couldn't get version/kind; json parse error: ${String(error)}`);
  }
}
