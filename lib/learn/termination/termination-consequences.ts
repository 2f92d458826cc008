import type { BackendState } from '@/lib/cilium/backend';
import { alike, releases, type ReleaseName, type TerminationParameters } from './termination-parameters';
import { countsAt, stateSequence, terminationRun } from './termination-run';

/** What the same seconds come to under one agent. */
export type Outcome = {
  name: string;
  isChosen: boolean;
  states: (BackendState | null)[];
  kept: number;
  broken: number;
  /** New connections that were refused or got no answer, of all that were tried. */
  failed: number;
  tried: number;
};

const columns: { name: string; release: ReleaseName; isSettingOn: boolean }[] = [
  { name: 'to 1.17, off', release: '1.17', isSettingOn: false },
  { name: 'to 1.17, on', release: '1.17', isSettingOn: true },
  { name: '1.18.0 to 4', release: '1.18.4', isSettingOn: true },
  { name: 'since 1.18.5', release: '1.21', isSettingOn: true },
];

/** Gives what the same pod and the same connections come to under each kind of agent. */
export function terminationConsequences(parameters: TerminationParameters): Outcome[] {
  const chosen = alike(parameters.version);
  return columns.map(({ name, release, isSettingOn }) => {
    const run = terminationRun({ ...parameters, version: releases[release], isSettingOn });
    const { kept, broken, refused, unanswered, tried } = countsAt(run, Infinity);
    return {
      name,
      isChosen: release === chosen && (release !== '1.17' || isSettingOn === parameters.isSettingOn),
      states: stateSequence(run),
      ...{ kept, broken, failed: refused + unanswered, tried },
    };
  });
}
