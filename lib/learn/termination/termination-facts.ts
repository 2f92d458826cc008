import type { Facts } from '../simulator/facts';
import { followsTermination } from './termination-parameters';
import { countsAt, stateSequence, terminationRun } from './termination-run';
import { formatRelease, readTerminationLink, type TerminationLink } from './termination-state';

/**
 * What is so in the simulator of a pod's end, whatever second is in sight:
 * - `ending`: deleted, node-lost; `areAllDeleted`: both pods go, not one of two
 * - `version`; `followsTermination`: the agent heeds `terminating` (a setting up to v1.17, always since v1.18)
 * - `preStopSeconds`, `graceSeconds`, `lagSeconds` (the table follows the EndpointSlice)
 * - `longestSeconds`: how long the longest of the open connections still needs
 * - `answerToSigterm`: drains, exits, ignores; `isKilled`: SIGKILL ended the process; `exitSeconds`: when it ended
 * - `stateSequence`: what the table says of the pod, one after the other, with commas, `gone` where it lists it no more
 * - `keptConnections`, `brokenConnections`: of four that were open
 * - `refusedConnections`, `unansweredConnections`: of the new ones
 * - `usesFallback`: new connections go to terminating backends, since none is active
 * - `atSeconds`: the second in sight
 */
export function terminationFacts(link: TerminationLink): Facts {
  const { parameters, atSeconds } = readTerminationLink(link).state;
  const run = terminationRun(parameters);
  const { kept, broken, refused, unanswered } = countsAt(run, Infinity);
  return {
    ending: parameters.ending,
    areAllDeleted: parameters.areAllDeleted,
    version: formatRelease(parameters.version),
    followsTermination: followsTermination(parameters),
    preStopSeconds: parameters.preStopSeconds,
    graceSeconds: parameters.graceSeconds,
    lagSeconds: parameters.lagSeconds,
    longestSeconds: parameters.longestSeconds,
    answerToSigterm: parameters.answer,
    isKilled: run.life.isKilled,
    exitSeconds: run.life.exitAt,
    stateSequence: stateSequence(run)
      .map((state) => state ?? 'gone')
      .join(','),
    keptConnections: kept,
    brokenConnections: broken,
    refusedConnections: refused,
    unansweredConnections: unanswered,
    usesFallback: run.row.some(({ value }) => value.isFallback),
    atSeconds,
  };
}
