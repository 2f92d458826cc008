import { certifyNewKey } from './x509-certificate';

/**
 * A new key and a certificate for 127.0.0.1 and localhost, signed with that key and valid for a year, as PEM.
 * A client gets the certificate as its authority, so nothing else is to be trusted.
 */
export function loopbackCertificate(nowMs: number): { key: string; cert: string } {
  const subject = { commonName: 'kpr-explorer training cluster' };
  const { key, cert } = certifyNewKey({ subject, isAuthority: true, forLoopback: true, nowMs });
  return { key, cert };
}
