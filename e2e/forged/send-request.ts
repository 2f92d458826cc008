import { request } from 'node:http';

export type SentRequest = {
  path: string;
  body: string;
  /** Beside or over those that a script would send. */
  headers?: Readonly<Record<string, string>>;
};

/** The answer: its status and the text of its body. */
export type Answer = { status: number; text: string };

/** Posts with the very headers given, also those that a browser or `fetch` would not let one set. */
export function post(url: string, { path, body, headers = {} }: SentRequest): Promise<Answer> {
  const { hostname, port, host } = new URL(url);
  const usual = {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method: 'POST', headers: { ...usual, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject).end(body);
  });
}
