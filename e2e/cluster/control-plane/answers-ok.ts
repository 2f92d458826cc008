import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';

const timeoutMs = 5_000;

/** True when a GET of the URL is answered with 200; false for another answer, rejects when nobody answers. */
export function answersOk(
  url: string,
  tls: Pick<RequestOptions, 'ca' | 'cert' | 'key'> = {},
): Promise<boolean> {
  const request = url.startsWith('https:') ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...tls, agent: false, timeout: timeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy(new Error(`${url} gave no answer within ${timeoutMs} ms`)));
    asked.on('error', reject);
    asked.end();
  });
}
