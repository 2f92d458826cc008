import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const dayMs = 24 * 3600 * 1000;

/** Object identifiers, encoded (RFC 5280, RFC 5758). */
const oids = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
} as const;

/** One DER element: tag, length, content. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const bytes = length < 0x80 ? [] : length < 0x100 ? [length] : [length >> 8, length & 0xff];
  const head = bytes.length === 0 ? [tag, length] : [tag, 0x80 | bytes.length, ...bytes];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...contents: Buffer[]) => der(0x30, ...contents);
const oid = (name: keyof typeof oids) => der(0x06, Buffer.from(oids[name], 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'latin1'));

function utcTime(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/[-:T]/g, '');
  return text(0x17, `${digits.slice(2, 14)}Z`);
}

function extension(name: 'subjectAltName' | 'basicConstraints', value: Buffer): Buffer {
  return sequence(oid(name), der(0x04, value));
}

/**
 * A new key and a certificate for 127.0.0.1 and localhost, signed with that key and valid for a year, as PEM.
 * Node can read X.509 but not write it; a client gets the certificate as its authority, so nothing else
 * is to be trusted.
 */
export function loopbackCertificate(nowMs: number): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('ecdsaWithSha256'));
  const name = sequence(der(0x31, sequence(oid('commonName'), text(0x0c, 'kpr-explorer training cluster'))));
  const addresses = sequence(der(0x87, Buffer.of(127, 0, 0, 1)), text(0x82, 'localhost'));
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const certificate = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(utcTime(nowMs - dayMs), utcTime(nowMs + 365 * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('subjectAltName', addresses),
        extension('basicConstraints', sequence(der(0x01, Buffer.of(0xff)))),
      ),
    ),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', certificate, privateKey));
  const base64 = sequence(certificate, algorithm, signature).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
