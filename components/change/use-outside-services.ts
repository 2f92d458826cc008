import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ServiceType } from '@/lib/cilium/frontend';
import { frontendsQuery } from '@/lib/queries/frontends';

/** The frontends that outside clients use: how many, and the one with the most backends. */
export type OutsideServices = { count: number; largest: { name: string; backends: number } };

const outside = new Set<ServiceType | null>(['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort']);

/** Gives the frontends that need a Maglev table each; null while none is known. */
export function useOutsideServices(): OutsideServices | null {
  const { data } = useQuery(frontendsQuery());
  return useMemo(() => {
    const used = (data?.items ?? []).filter(({ type }) => outside.has(type));
    const largest = used.reduce<(typeof used)[number] | null>(
      (most, one) => (most === null || one.backends.length > most.backends.length ? one : most),
      null,
    );
    if (largest === null) return null;
    const { service, key, backends } = largest;
    const name = service === null ? key : `${service.namespace}/${service.name}`;
    return { count: used.length, largest: { name, backends: backends.length } };
  }, [data]);
}
