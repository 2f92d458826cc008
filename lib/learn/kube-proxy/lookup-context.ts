import { familyOf, formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { chainNames, type ChainNames } from './chain-names';
import { drawnEndpoint, ruleNumber, type KubeProxyParameters } from './kube-proxy-parameters';
import { exampleLookupEnds, exampleNodePorts, type LookupEnds } from './lookup-ends';

/** What every step of a walk needs: numbers, names and addresses. */
export type LookupContext = {
  parameters: KubeProxyParameters;
  ends: LookupEnds;
  chains: ChainNames;
  /** The number of the Service's rule, and of the endpoint that is drawn, from 1. */
  rule: number;
  drawn: number;
  /** What is called, and who answers, as texts. */
  called: string;
  backend: string;
  /** The digit of their family in the names of maps and hooks. */
  digit: 4 | 6;
  isOutside: boolean;
};

/** Gives what the steps of a walk need. */
export function lookupContext(parameters: KubeProxyParameters): LookupContext {
  const ends = parameters.ends ?? exampleLookupEnds;
  const isOutside = parameters.caller === 'outside';
  const family = familyOf(ends.service.ip);
  return {
    parameters,
    ends,
    chains: chainNames(ends),
    rule: ruleNumber(parameters),
    drawn: drawnEndpoint(parameters),
    called: formatSocketAddress(isOutside ? (ends.nodePort ?? exampleNodePorts[family]) : ends.service),
    backend: formatSocketAddress(ends.backend),
    digit: family === 'IPv4' ? 4 : 6,
    isOutside,
  };
}
