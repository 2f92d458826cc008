import type { Facts } from '../simulator/facts';
import { natEnds } from './nat-ends';
import { familyOfClient, otherFamily } from './nat-parameters';
import { sizeChange } from './nat-predictions';
import { natPrefix } from './nat-prefix';
import { natPolicy } from './nat-service-list';
import { readNatLink, type NatLink } from './nat-state';
import { isTranslated, natWalk } from './nat-walk';

/**
 * What is so in the simulator of NAT46/64, whatever hop is in sight:
 * - `feature`: services, gateway; `clientFamily`, `backendFamily`: IPv4, IPv6; `mode`; `version`
 * - `families`: those that Cilium handles: both, IPv4, IPv6; `isSettingOn`
 * - `isTranslated`: the packet comes through, and its answer
 * - `refusedBy`: the rule by which no agent starts; empty where they do
 * - `failure`: what ends the walk, by name; empty where nothing does
 * - `calledAddress`: what the client calls; `prefix`: of the gateway, else empty
 * - `seenAddress`: the client as the backend sees it; empty where none sees it
 * - `addedBytes`: what the packet gains behind the translation, negative where it loses; 0 without translation
 * - `natPolicy`: Nat46 or Nat64, as JSON output has it of the Service's row; empty for the gateway
 * - `hop`: the hop in sight
 */
export function natFacts(link: NatLink): Facts {
  const { parameters, hop } = readNatLink(link).state;
  const walked = natWalk(parameters);
  const { obstacle, walk } = walked;
  const clientFamily = familyOfClient(parameters);
  const isGateway = parameters.feature === 'gateway';
  return {
    feature: parameters.feature,
    clientFamily,
    backendFamily: otherFamily(clientFamily),
    mode: parameters.mode,
    version: `1.${parameters.minor}`,
    families: parameters.families,
    isSettingOn: parameters.isSettingOn,
    isTranslated: isTranslated(walked),
    refusedBy: obstacle?.kind === 'refused' ? obstacle.rule : '',
    failure: walk.failure?.kind ?? '',
    calledAddress: natEnds(parameters).called.ip,
    prefix: isGateway ? natPrefix : '',
    seenAddress: walk.seenByBackend?.ip ?? '',
    addedBytes: sizeChange(walk) ?? 0,
    natPolicy: isGateway ? '' : natPolicy(parameters),
    hop,
  };
}
