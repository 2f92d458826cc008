import { parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import { works } from '@/lib/learn/service-lookup/kube-proxy-link';

/** The page in its URL; numbers that are absent are this cluster's. */
export const kubeProxyParams = {
  work: parseAsStringLiteral(works).withDefault('packet'),
  services: parseAsInteger,
  backends: parseAsInteger,
};
