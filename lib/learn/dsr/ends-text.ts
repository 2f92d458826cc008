import { isIP } from '@/lib/cilium/ip-address';
import type { IPFamily } from '@/lib/cilium/packet-path/packet';
import { familyOf } from '@/lib/cilium/packet-path/packet';
import type { DsrEnds } from './dsr-ends';

/** Names of Services and namespaces are DNS labels of 63 characters at most. */
const namePattern = /^[a-z0-9-]{1,63}\/[a-z0-9-]{1,63}$/;
const addressPattern = /^([0-9a-f.:]{2,45})~(\d{1,5})$/i;

/** Writes who takes part for a link: `service~port,backend~port,node 1,node 2,cilium_host 1,cilium_host 2,name`. */
export function formatEnds({ service, backend, nodeIPs, internalIPs, serviceName }: DsrEnds): string {
  return [
    `${service.ip}~${service.port}`,
    `${backend.ip}~${backend.port}`,
    ...nodeIPs,
    ...internalIPs.map((ip) => ip ?? ''),
    serviceName ?? '',
  ].join(',');
}

/** Reads it back; null where it is nothing of the kind, or not all of one family. */
export function parseEnds(text: string, family: IPFamily): DsrEnds | null {
  if (text.length > 500) return null;
  const [serviceText, backendText, ...rest] = text.split(',');
  const [one, two, inside1, inside2, name] = rest;
  if (rest.length !== 5 || one === undefined || two === undefined || name === undefined) return null;
  const service = parseEnd(serviceText ?? '');
  const backend = parseEnd(backendText ?? '');
  if (service === null || backend === null) return null;
  const internalIPs = [inside1 ? inside1 : null, inside2 ? inside2 : null] as const;
  const ips = [service.ip, backend.ip, one, two, ...internalIPs.filter((ip) => ip !== null)];
  if (!ips.every((ip) => isIP(ip) && familyOf(ip) === family)) return null;
  if (name !== '' && !namePattern.test(name)) return null;
  return { service, backend, nodeIPs: [one, two], internalIPs, serviceName: name === '' ? null : name };
}

function parseEnd(text: string): DsrEnds['service'] | null {
  const [, ip, port] = addressPattern.exec(text) ?? [];
  if (ip === undefined || Number(port) < 1 || Number(port) > 65535) return null;
  return { ip, port: Number(port) };
}
