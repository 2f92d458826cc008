import { KubeError } from './kube-error';

/** Nothing answers where the API server should be. */
export class UnreachableServerError extends KubeError {
  override name = 'UnreachableServerError';
  constructor(server: string, reason: string, cause?: unknown) {
    super('unreachable', {
      title: 'API server unreachable',
      detail: `The API server ${server} cannot be reached: ${reason}.`,
      hint: 'Check the network or VPN, and the server address of the context.',
      cause,
    });
  }
}

/** The TLS handshake failed, or the server's certificate is not to be trusted. */
export class TlsError extends KubeError {
  override name = 'TlsError';
  constructor(server: string, reason: string, cause?: unknown) {
    super('unreachable', {
      title: 'TLS failure',
      detail: `The TLS connection to ${server} failed: ${reason}.`,
      hint: 'Check certificate-authority, tls-server-name and the clock of this machine.',
      cause,
    });
  }
}

/** The connection broke while an answer was coming. */
export class ConnectionLostError extends KubeError {
  override name = 'ConnectionLostError';
  constructor(server: string, what: string, cause?: unknown) {
    super('connection-lost', {
      title: 'Connection lost',
      detail: `The connection to ${server} broke during ${what}.`,
      hint: 'It is tried again by itself.',
      cause,
    });
  }
}

/** The API server took the request and said nothing for too long. */
export class RequestTimeoutError extends KubeError {
  override name = 'RequestTimeoutError';
  constructor(server: string, what: string, limitMs: number) {
    super('timed-out', {
      title: 'API server silent',
      detail: `The API server ${server} did not answer ${what} within ${limitMs / 1000} s.`,
      hint: 'It is tried again by itself. If it lasts, the API server or the way to it is overloaded.',
    });
  }
}

/** The answer was larger than the limit, and was thrown away. */
export class ResponseTooLargeError extends KubeError {
  override name = 'ResponseTooLargeError';
  constructor(what: string, limitBytes: number) {
    super('too-large', {
      title: 'Answer too large',
      detail: `The answer to ${what} is larger than ${Math.round(limitBytes / 2 ** 20)} MiB.`,
      hint: 'Narrow the namespace, or report it: no known cluster needs that much at once.',
    });
  }
}

/** What was asked for was given up by the asker. */
export class AbortedError extends KubeError {
  override name = 'AbortedError';
  constructor(what: string) {
    super('connection-lost', { title: 'Given up', detail: `${what} was given up.`, hint: '' });
  }
}

const systemReasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'its name does not resolve',
  EAI_AGAIN: 'its name does not resolve at the moment',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'the network is unreachable',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
};

const tlsCodes =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH|ERR_OSSL)/;

/** Tells an error of a socket as the class it is. `connected` says whether an answer had begun. */
export function toConnectionError(
  server: string,
  what: string,
  error: unknown,
  connected: boolean,
): KubeError {
  if (error instanceof KubeError) return error;
  const cause = firstCause(error);
  const code = cause !== null && 'code' in cause ? String(cause.code) : '';
  const message = cause?.message ?? String(error);
  if (tlsCodes.test(code)) return new TlsError(server, message.replace(/\.$/, ''), error);
  if (connected) return new ConnectionLostError(server, what, error);
  return new UnreachableServerError(server, systemReasons[code] ?? message.replace(/\.$/, ''), error);
}

/** Node tries IPv4 and IPv6 and then throws both failures as one; the first names the reason. */
function firstCause(error: unknown): Error | null {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0];
  return error instanceof Error ? error : null;
}
