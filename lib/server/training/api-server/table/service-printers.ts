import type { V1Ingress, V1NetworkPolicy, V1PodDisruptionBudget } from '@kubernetes/client-node';
import type { KindTypes, Stored } from '../kube-object';
import { firstThree, ingressText, labelsText, selectorText } from './cell-text';
import { printer, type Printer } from './printer';

type Service = KindTypes['Service'];

function externalIP({ spec, status }: Service): string {
  const given = spec?.externalIPs ?? [];
  switch (spec?.type) {
    case 'ClusterIP':
    case 'NodePort':
      return given.join(',') || '<none>';
    case 'LoadBalancer': {
      const balanced = ingressText(status?.loadBalancer?.ingress);
      return [...(balanced === '' ? [] : [balanced]), ...given].join(',') || '<pending>';
    }
    case 'ExternalName':
      return spec.externalName ?? '';
    default:
      return '<unknown>';
  }
}

function servicePorts({ spec }: Service): string {
  const ports = spec?.ports ?? [];
  const text = ports.map(
    ({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol ?? ''}`,
  );
  return text.join(',') || '<none>';
}

function hostsText(rules: readonly { host?: string }[]): string {
  // The count is of rules, not of hosts, as Kubernetes has it.
  const hosts = rules.flatMap(({ host }) => host ?? []);
  if (hosts.length === 0) return '*';
  const shown = hosts.slice(0, 3).join(',');
  return rules.length > 3 ? `${shown} + ${rules.length - 3} more...` : shown;
}

/** The rows of what stands before pods (kubernetes v1.37, pkg/printers/internalversion/printers.go). */
export const servicePrinters: Record<string, Printer> = {
  Service: printer<Service>(
    ['Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', '+Selector'],
    (service, age) => [
      service.metadata.name ?? '',
      service.spec?.type ?? '',
      service.spec?.clusterIPs?.[0] ?? '<none>',
      externalIP(service),
      servicePorts(service),
      age,
      labelsText(service.spec?.selector),
    ],
  ),
  EndpointSlice: printer<KindTypes['EndpointSlice']>(
    ['Name', 'AddressType', 'Ports', 'Endpoints', 'Age'],
    ({ metadata, addressType, ports, endpoints }, age) => [
      metadata.name ?? '',
      addressType,
      firstThree((ports ?? []).map(({ port, name }) => String(port ?? name ?? '*'))),
      firstThree((endpoints ?? []).flatMap(({ addresses }) => addresses)),
      age,
    ],
  ),
  Ingress: printer<Stored<V1Ingress>>(
    ['Name', 'Class', 'Hosts', 'Address', 'Ports', 'Age'],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      spec?.ingressClassName ?? '<none>',
      hostsText(spec?.rules ?? []),
      ingressText(status?.loadBalancer?.ingress),
      (spec?.tls ?? []).length > 0 ? '80, 443' : '80',
      age,
    ],
  ),
  NetworkPolicy: printer<Stored<V1NetworkPolicy>>(
    ['Name', 'Pod-Selector', 'Age'],
    ({ metadata, spec }, age) => [metadata.name ?? '', selectorText(spec?.podSelector) || '<none>', age],
  ),
  PodDisruptionBudget: printer<Stored<V1PodDisruptionBudget>>(
    ['Name', 'Min Available', 'Max Unavailable', 'Allowed Disruptions', 'Age'],
    ({ metadata, spec, status }, age) => [
      metadata.name ?? '',
      String(spec?.minAvailable ?? 'N/A'),
      String(spec?.maxUnavailable ?? 'N/A'),
      status?.disruptionsAllowed ?? 0,
      age,
    ],
  ),
};
