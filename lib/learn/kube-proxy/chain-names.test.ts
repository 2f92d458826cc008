import { expect, test } from 'vitest';
import { chainNames } from './chain-names';
import { exampleLookupEnds } from './lookup-ends';

test.each([
  // pkg/proxy/iptables/proxier_test.go of Kubernetes, and what iptables-save prints on any cluster.
  ['ns1/svc1:p80', 'TCP', 'KUBE-SVC-XPGD46QRK7WJZT7O', '10.180.0.1', 80, 'KUBE-SEP-SXIVWICOYRO3J4NJ'],
  [
    'default/kubernetes:https',
    'TCP',
    'KUBE-SVC-NPX46M4PTMTKRN6Y',
    '192.168.2.41',
    443,
    'KUBE-SEP-QOWY5WNKXGKKZOZD',
  ],
  [
    'kube-system/kube-dns:dns-tcp',
    'TCP',
    'KUBE-SVC-ERIFXISQEP7F7OF4',
    '192.168.2.202',
    53,
    'KUBE-SEP-ZMSJI3VRIGJXZA3J',
  ],
  [
    'kube-system/kube-dns:dns',
    'UDP',
    'KUBE-SVC-TCOU7JCQXEZGVUNU',
    '192.168.2.110',
    53,
    'KUBE-SEP-FPLWHGKOZYTIXLBA',
  ],
] as const)('%s has the chains that kube-proxy gives it', (name, protocol, service, ip, port, endpoint) => {
  const names = chainNames({ ...exampleLookupEnds, name, protocol, backend: { ip, port } });
  expect(names).toMatchObject({ service, endpoint });
});
