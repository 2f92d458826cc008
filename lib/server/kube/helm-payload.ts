import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const gunzipAsync = promisify(gunzip);

/** Charts and manifests unpack to some MiB; what is larger is none of Helm's. */
const releaseMaxBytes = 32 << 20;

/**
 * Unpacks `data.release` of a release's Secret: base64 of base64 of gzip of JSON (Helm 3 and 4). Rejects with whatever
 * the steps throw for another form; their words may quote the release, which may hold secrets.
 */
export async function unpackHelmPayload(text: string): Promise<unknown> {
  const packed = Buffer.from(Buffer.from(text, 'base64').toString('latin1'), 'base64');
  // Helm up to 2 did not compress; what is not gzip is JSON itself.
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const json = isGzip ? await gunzipAsync(packed, { maxOutputLength: releaseMaxBytes }) : packed;
  return JSON.parse(json.toString('utf8'));
}
