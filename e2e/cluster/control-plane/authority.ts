import type { CertificateSubject, CertifiedKey } from '@/lib/server/training/api-server/x509-certificate';
import { certifyNewKey } from '@/lib/server/training/api-server/x509-certificate';

/** The cluster's certificate authority. Whoever it names is who the API server takes them for. */
export type Authority = {
  own: CertifiedKey;
  /** For a server on loopback. */
  serving(commonName: string): CertifiedKey;
  /** For a user: common name = user name, organizations = groups. */
  client(subject: CertificateSubject): CertifiedKey;
};

/** Makes an authority with a key of its own, valid for a year. */
export function createAuthority(): Authority {
  const nowMs = Date.now();
  const subject = { commonName: 'kubernetes' };
  const own = certifyNewKey({ subject, isAuthority: true, forLoopback: false, nowMs });
  const issue = (named: CertificateSubject, forLoopback: boolean) =>
    certifyNewKey({ subject: named, issuer: own, isAuthority: false, forLoopback, nowMs });
  return {
    own,
    serving: (commonName) => issue({ commonName }, true),
    client: (named) => issue(named, false),
  };
}
