import http, { type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { toUrl } from '@/lib/server/kube/api-request';

/** What tests read of an answer; every field is there only where the server sent it. */
export type ApiBody = {
  kind?: string;
  apiVersion?: string;
  code?: number;
  reason?: string;
  message?: string;
  metadata?: {
    name?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    deletionGracePeriodSeconds?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { name: string; kind: string }[];
    continue?: string;
    remainingItemCount?: number;
  };
  items?: ApiBody[];
  data?: Record<string, string>;
  spec?: Record<string, unknown>;
  status?: unknown;
  [field: string]: unknown;
};

export type ApiAnswer = {
  code: number;
  headers: IncomingMessage['headers'];
  text: string;
  /** The text as JSON; empty where it is none. */
  body: ApiBody;
};

/** One line of a watch. */
export type WatchEvent = { type: string; object: ApiBody };

export type OpenWatch = {
  /** What came so far. */
  events: readonly WatchEvent[];
  /** Resolves when the server ended the watch. */
  ended: Promise<void>;
  stop(): void;
};

export type ApiRequest = {
  /** Sent as JSON, text as it is. */
  body?: unknown;
  /** Of the body; default: JSON. */
  contentType?: string;
  headers?: Record<string, string>;
};

/** The three patches and the one of server-side apply. */
export const patchTypes = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** Requests to one server as one user, with nothing added and nothing taken away. */
export class ApiClient {
  readonly #server: URL;
  readonly #options: () => Promise<RequestOptions>;

  /** `options`: TLS and credentials of one request. */
  constructor(server: URL, options: () => Promise<RequestOptions>) {
    this.#server = server;
    this.#options = options;
  }

  get = (path: string, request?: ApiRequest) => this.send('GET', path, request);
  post = (path: string, body?: unknown) => this.send('POST', path, { body });
  put = (path: string, body?: unknown) => this.send('PUT', path, { body });
  delete = (path: string, body?: unknown) => this.send('DELETE', path, { body });

  patch(path: string, type: keyof typeof patchTypes, body: unknown): Promise<ApiAnswer> {
    return this.send('PATCH', path, { body, contentType: patchTypes[type] });
  }

  async send(method: string, path: string, request: ApiRequest = {}): Promise<ApiAnswer> {
    const response = await this.#open(method, path, request);
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return { code: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) };
  }

  /** Opens a watch of a collection; throws where the server refuses it. */
  async watch(path: string, query: Record<string, string> = {}): Promise<OpenWatch> {
    const search = new URLSearchParams({ watch: 'true', ...query });
    const response = await this.#open('GET', `${path}?${search}`, {});
    if (response.statusCode !== 200) throw new Error(`The watch was refused: ${response.statusCode}`);
    const events: WatchEvent[] = [];
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      // A line of a watch is an event.
      events.push(...lines.filter((line) => line !== '').map((line) => JSON.parse(line) as WatchEvent));
    });
    const ended = new Promise<void>((resolve) => response.on('close', resolve));
    response.on('error', () => {});
    return { events, ended, stop: () => void response.destroy() };
  }

  async #open(method: string, path: string, { body, contentType, headers }: ApiRequest) {
    const options = await this.#options();
    const data = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const send = this.#server.protocol === 'http:' ? http.request : https.request;
    return new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(toUrl(this.#server, path), {
        ...options,
        method,
        headers: {
          Accept: 'application/json',
          ...(data !== undefined && {
            'Content-Type': contentType ?? 'application/json',
            'Content-Length': Buffer.byteLength(data),
          }),
          ...options.headers,
          ...headers,
        },
      });
      request.on('response', resolve);
      request.on('error', reject);
      request.end(data);
    });
  }
}

function parse(text: string): ApiBody {
  try {
    // Tests check what they read of it.
    return JSON.parse(text) as ApiBody;
  } catch {
    return {};
  }
}
