import type { ServiceType } from './frontend';

/** Every service type an agent prints, in the order of the Kubernetes types first. */
export const serviceTypes: readonly ServiceType[] = [
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalIPs',
  'HostPort',
  'LocalRedirect',
  'NONE',
];

const byName = new Map<string, ServiceType>(serviceTypes.map((type) => [type, type]));

/** Gives the type of that name, or null for a name no known version prints. */
export function toServiceType(name: string): ServiceType | null {
  return byName.get(name) ?? null;
}
