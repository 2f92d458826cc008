import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const dayMs = 24 * 3600 * 1000;

/** Object identifiers, encoded (RFC 5280, RFC 5758). */
const oids = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  organization: '55040a',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
} as const;

export type CertificateSubject = {
  commonName: string;
  /** In a client certificate for Kubernetes: the user's groups. */
  organizations?: readonly string[];
};

/** A private key (PKCS #8) and its certificate, both PEM, and whom the certificate names. */
export type CertifiedKey = { key: string; cert: string; subject: CertificateSubject };

export type CertificateRequest = {
  subject: CertificateSubject;
  /** Who signs; absent: the key itself. */
  issuer?: CertifiedKey;
  /** May it sign others? */
  isAuthority: boolean;
  /** Is it for a server on 127.0.0.1 and localhost? */
  forLoopback: boolean;
  /** Valid from a day before this moment until a year after it. */
  nowMs: number;
};

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
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'utf8'));

function utcTime(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/[-:T]/g, '');
  return text(0x17, `${digits.slice(2, 14)}Z`);
}

function extension(name: 'subjectAltName' | 'basicConstraints', value: Buffer): Buffer {
  return sequence(oid(name), der(0x04, value));
}

function distinguishedName({ commonName, organizations = [] }: CertificateSubject): Buffer {
  const attribute = (name: 'commonName' | 'organization', value: string) =>
    der(0x31, sequence(oid(name), text(0x0c, value)));
  return sequence(
    ...organizations.map((organization) => attribute('organization', organization)),
    attribute('commonName', commonName),
  );
}

function extensions({ isAuthority, forLoopback }: CertificateRequest): Buffer {
  const addresses = sequence(der(0x87, Buffer.of(127, 0, 0, 1)), text(0x82, 'localhost'));
  return sequence(
    ...(forLoopback ? [extension('subjectAltName', addresses)] : []),
    // An empty sequence says "not an authority" (RFC 5280, 4.2.1.9: the default is left out in DER).
    extension('basicConstraints', isAuthority ? sequence(der(0x01, Buffer.of(0xff))) : sequence()),
  );
}

/** A new P-256 key and its X.509 certificate. Node can read X.509 but not write it. */
export function certifyNewKey(request: CertificateRequest): CertifiedKey {
  const { subject, issuer, nowMs } = request;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('ecdsaWithSha256'));
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const certificate = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    algorithm,
    distinguishedName(issuer?.subject ?? subject),
    sequence(utcTime(nowMs - dayMs), utcTime(nowMs + 365 * dayMs)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions(request)),
  );
  const signingKey = issuer ? createPrivateKey(issuer.key) : privateKey;
  const signature = der(0x03, Buffer.of(0), sign('sha256', certificate, signingKey));
  const base64 = sequence(certificate, algorithm, signature).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    subject,
  };
}
