import { addressRole } from '../packet/address-role';
import { addedBytes } from '../packet/wire-parts';
import type { Facts } from '../simulator/facts';
import { clientIPs } from './dsr-ends';
import { dsrQuestion, nodeNames } from './dsr-question';
import { readDsrLink, type DsrLink } from './dsr-state';
import { dsrWalk } from './dsr-walk';

/**
 * What is so in the simulator of SNAT, DSR and Hybrid.
 *
 * - `mode` (`snat`, `dsr`, `hybrid`), `dispatch` (`opt`, `geneve`, `ipip`), `protocol`, `family`, `routing`: as set
 * - `backendIsRemote`: the pod is on another node than the one that got the packet
 * - `agentStarts`: an agent starts with these settings; `refusedBy` is the rule that stands against it, or `none`
 * - `answerArrives`: the client gets its answer; `failure` names what ends the walk, or `none`
 * - `podSeesClientAddress`: the pod gets the packet, and with the client's own address
 * - `podSees`: whose address the pod sees, in words, or `nothing`
 * - `answerGoesPastNodeOne`: the node that got the packet does not handle the answer
 * - `mostAddedBytes`: the most bytes that are added to the packet on its way
 * - `mtuBytes`, `hops`
 */
export function dsrFacts(link: DsrLink): Facts {
  const { parameters } = readDsrLink(link).state;
  const { walk, refusal } = dsrWalk(parameters);
  const { hops, failure, seenByBackend } = walk;
  const question = dsrQuestion(parameters);
  const seen = seenByBackend === null ? 'nothing' : addressRole(seenByBackend.ip, question);
  const answers = hops.filter(({ lane }) => lane === 'answer');
  const arrives = refusal === null && failure === null;
  return {
    mode: parameters.mode,
    dispatch: parameters.dispatch,
    protocol: parameters.protocol,
    family: parameters.family,
    routing: parameters.routing,
    backendIsRemote: parameters.backend === 'remote',
    agentStarts: refusal === null,
    refusedBy: refusal === null ? 'none' : (refusal.rule ?? 'the model'),
    answerArrives: arrives,
    failure: failure?.kind ?? 'none',
    podSees: seen,
    podSeesClientAddress: seenByBackend?.ip === clientIPs[parameters.family],
    answerGoesPastNodeOne:
      arrives && !answers.some(({ place }) => place.kind === 'node' && place.node === nodeNames[0]),
    mostAddedBytes: Math.max(0, ...hops.map(({ after }) => addedBytes(after))),
    mtuBytes: parameters.mtuBytes,
    hops: hops.length,
  };
}
