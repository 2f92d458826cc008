import { expect, test } from 'vitest';
import { toRedirectPolicy } from './to-redirect-policy';

test('a CiliumLocalRedirectPolicy redirects a Service or an address', () => {
  const of = (redirectFrontend: object) =>
    toRedirectPolicy({
      metadata: { name: 'x', namespace: 'kube-system' },
      spec: {
        redirectFrontend,
        redirectBackend: {
          localEndpointSelector: { matchLabels: { app: 'dns' } },
          toPorts: [{ port: '53', name: 'DNS', protocol: 'UDP' }],
        },
      },
    });
  expect(of({ serviceMatcher: { serviceName: 'kube-dns', namespace: 'kube-system' } })).toMatchObject({
    frontend: { serviceName: 'kube-dns', ports: [] },
    backend: { ports: [{ port: 53, name: 'dns', protocol: 'UDP' }] },
    nodeSelector: null,
  });
  const address = { ip: '169.254.169.254', toPorts: [{ port: '80', protocol: 'TCP' }] };
  expect(of({ addressMatcher: address })?.frontend).toEqual({
    ip: '169.254.169.254',
    ports: [{ port: 80, name: '', protocol: 'TCP' }],
  });
  expect(of({})).toBeNull();
});
