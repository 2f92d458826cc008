import type { KubeObject } from '../kube-object';
import { printer, type Cell, type Printer } from './printer';

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );
}

const cell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

function addressOf(node: KubeObject, wanted: string): Cell {
  const addresses = at(node, 'spec', 'addresses');
  const list: unknown[] = Array.isArray(addresses) ? addresses : [];
  return cell(
    at(
      list.find((address) => at(address, 'type') === wanted),
      'ip',
    ),
  );
}

function validOf(policy: KubeObject): Cell {
  const conditions = at(policy, 'status', 'conditions');
  const list: unknown[] = Array.isArray(conditions) ? conditions : [];
  return cell(
    at(
      list.find((condition) => at(condition, 'type') === 'Valid'),
      'status',
    ),
  );
}

/** The `additionalPrinterColumns` of Cilium's definitions: a cell without a value is null. */
const ciliumNode = printer<KubeObject>(['Name', 'CiliumInternalIP', 'InternalIP', 'Age'], (node, age) => [
  node.metadata.name ?? '',
  addressOf(node, 'CiliumInternalIP'),
  addressOf(node, 'InternalIP'),
  age,
]);

function ciliumEndpoint(minor: number): Printer {
  const enforcement = minor < 15 ? '' : '+';
  const columns: [string, ...string[]][] = [
    ...(minor < 15 ? [['Endpoint ID', 'id'] satisfies [string, string]] : []),
    [minor < 15 ? 'Identity ID' : 'Security Identity', 'identity', 'id'],
    [`${enforcement}Ingress Enforcement`, 'policy', 'ingress', 'state'],
    [`${enforcement}Egress Enforcement`, 'policy', 'egress', 'state'],
    ...(minor < 18
      ? [[`${enforcement}Visibility Policy`, 'visibility-policy-status'] satisfies [string, string]]
      : []),
    ['Endpoint State', 'state'],
    ['IPv4', 'networking', 'addressing', '0', 'ipv4'],
    ['IPv6', 'networking', 'addressing', '0', 'ipv6'],
  ];
  return printer<KubeObject>(['Name', ...columns.map(([name]) => name)], ({ metadata, status }) => [
    metadata.name ?? '',
    ...columns.map(([, ...path]) => cell(at(status, ...path))),
  ]);
}

const aged = printer<KubeObject>(['Name', 'Age'], ({ metadata }, age) => [metadata.name ?? '', age]);

/**
 * How Cilium's own kinds are printed (pkg/k8s/apis/cilium.io/client/crds/v2): endpoints lost their ID in 1.15 and their
 * visibility policy by 1.18; policies say whether they are valid by 1.18.
 */
export function ciliumPrinter(kind: string, ciliumMinor: number): Printer {
  switch (kind) {
    case 'CiliumNode':
      return ciliumNode;
    case 'CiliumEndpoint':
      return ciliumEndpoint(ciliumMinor);
    case 'CiliumNetworkPolicy':
      if (ciliumMinor < 18) return aged;
      return printer<KubeObject>(['Name', 'Age', 'Valid'], (policy, age) => [
        policy.metadata.name ?? '',
        age,
        validOf(policy),
      ]);
    case 'CiliumClusterwideNetworkPolicy':
      if (ciliumMinor < 18) return aged;
      return printer<KubeObject>(['Name', 'Valid'], (policy) => [
        policy.metadata.name ?? '',
        validOf(policy),
      ]);
    default:
      return aged;
  }
}
