import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import { nicVerdicts } from './nic-verdict';
import { nicName, type XdpParameters } from './xdp-parameters';

/** Why no agent starts: the rule by its id, and Cilium's own words. */
export type XdpRefusal = { rule: string; message: string };

/** Gives the configuration that parameters stand for. */
function xdpConfig({ acceleration, nics, minor, faults }: XdpParameters): ConfigMapData {
  const isTunnel = faults.includes('ipv6-underlay');
  return {
    'kube-proxy-replacement': minor < 14 ? 'strict' : 'true',
    'bpf-lb-acceleration': acceleration,
    devices: nics.map((_, index) => nicName(index)).join(' '),
    ...(minor < 14
      ? { tunnel: isTunnel ? 'vxlan' : 'disabled' }
      : { 'routing-mode': isTunnel ? 'tunnel' : 'native' }),
    ...(isTunnel ? { 'underlay-protocol': 'ipv6' } : {}),
  };
}

/** Says why an agent would not start; null where it would. */
export function xdpRefusal(parameters: XdpParameters): XdpRefusal | null {
  const refused = nicVerdicts(parameters).filter(({ errno }) => errno !== null);
  const fatal = firstFatal({ major: 1, minor: parameters.minor, patch: 0 }, xdpConfig(parameters), {
    ...noFacts,
    devices: parameters.nics.map((_, index) => ({
      name: nicName(index),
      ips: [`192.0.2.${11 + index}`],
      defaultRoute: index === 0,
    })),
    devicesWithoutXDP: refused.map(({ name }) => name),
  });
  if (fatal === null) return null;
  // The rule knows what the loader says; the last words are the kernel's.
  const errno = fatal.rule === 'C4' ? `: ${refused[0]?.errno ?? ''}` : '';
  return { rule: fatal.rule, message: `${fatal.message}${errno}` };
}

/** What `XDP Acceleration:` prints: what was asked for, whatever became of it. */
export function statusSays({ acceleration }: Pick<XdpParameters, 'acceleration'>): string {
  return {
    disabled: 'Disabled',
    native: 'Native',
    'best-effort': 'Best-Effort',
    'testing-only': 'Generic',
  }[acceleration];
}
