import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import type { DsrParameters } from './dsr-parameters';
import { dsrQuestion } from './dsr-question';

/** Why no agent starts with these settings: the rule by its id and Cilium's own words; where only the model says so, its sentence. */
export type DsrRefusal = { rule: string | null; message: string };

/** Gives the configuration that parameters stand for; Geneve as dispatch asks for Geneve as protocol, tunnel or not. */
function dsrConfig({ mode, dispatch, routing, minor }: DsrParameters): ConfigMapData {
  const protocol = routing !== 'native' ? routing : dispatch === 'geneve' ? 'geneve' : null;
  return {
    'kube-proxy-replacement': minor < 14 ? 'strict' : 'true',
    ...(minor < 14
      ? { tunnel: routing === 'native' ? 'disabled' : routing }
      : { 'routing-mode': routing === 'native' ? 'native' : 'tunnel' }),
    ...(protocol !== null && minor >= 14 ? { 'tunnel-protocol': protocol } : {}),
    'bpf-lb-mode': mode,
    ...(mode === 'snat' ? {} : { 'bpf-lb-dsr-dispatch': dispatch }),
  };
}

/** Says why an agent would not start; null where it would. */
export function dsrRefusal(parameters: DsrParameters): DsrRefusal | null {
  const fatal = firstFatal({ major: 1, minor: parameters.minor, patch: 0 }, dsrConfig(parameters), noFacts);
  if (fatal !== null) return { rule: fatal.rule, message: fatal.message };
  const { failure } = walkPacket(dsrQuestion(parameters));
  return failure?.kind === 'settings-refused' ? { rule: null, message: failure.text } : null;
}
