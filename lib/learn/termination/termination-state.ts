import type { Release } from '@/lib/cilium/agent-version';
import { integerIn, oneOf } from '../simulator/choice';
import {
  linkReader,
  unlessDefault,
  yesUnlessDefault,
  type IgnoredValue,
  type SimulatorLink,
} from '../simulator/link-reader';
import { readStepped, writeStepped, type SteppedState } from '../simulator/stepped-state';
import { startSeconds } from './span';
import * as known from './termination-parameters';
import type { TerminationParameters } from './termination-parameters';

/** The simulator as its link holds it, but for what plays. */
type TerminationState = SteppedState<TerminationParameters> & {
  /** The simulated second in sight; the deletion is at 0. */
  atSeconds: number;
};

/** The names in the link. */
export const terminationKeys = [
  ...(['ending', 'all', 'v', 'setting', 'stop', 'grace', 'sigterm', 'readiness', 'publish'] as const),
  ...(['lag', 'open', 'client', 'noticed', 'evicted', 'seed', 'at', 'said', 'speed'] as const),
] as const;
/** The values of those names, null where one is absent. */
export type TerminationLink = SimulatorLink<(typeof terminationKeys)[number]>;

const first = known.defaultTerminationParameters;
/** The longest run: a node that is found lost late, and tables that follow late. */
const lastSecond = 200;

/** Reads a link, value by value; what is absent has its default, what is nonsense too, and is told. */
export function readTerminationLink(link: TerminationLink): {
  state: TerminationState;
  ignored: IgnoredValue[];
} {
  const { read, isYes, ignored } = linkReader(link);
  const graceSeconds = read('grace', first.graceSeconds, integerIn(known.graceBounds));
  const parameters: TerminationParameters = {
    ending: read('ending', first.ending, oneOf(known.endings)),
    areAllDeleted: isYes('all', first.areAllDeleted),
    version: read('v', first.version, parseRelease),
    isSettingOn: isYes('setting', first.isSettingOn),
    preStopSeconds: read('stop', first.preStopSeconds, integerIn(known.preStopBounds(graceSeconds))),
    graceSeconds,
    answer: read('sigterm', first.answer, oneOf(known.answersToSigterm)),
    failsReadiness: read('readiness', 'kept', oneOf(['kept', 'fails'] as const)) === 'fails',
    publishesNotReady: isYes('publish', first.publishesNotReady),
    lagSeconds: read('lag', first.lagSeconds, integerIn(known.lagBounds)),
    longestSeconds: read('open', first.longestSeconds, integerIn(known.longestBounds)),
    client: read('client', first.client, oneOf(known.clients)),
    noticedSeconds: read('noticed', first.noticedSeconds, integerIn(known.noticedBounds)),
    evictedSeconds: read('evicted', first.evictedSeconds, integerIn(known.evictedBounds)),
    seed: read('seed', first.seed, integerIn(known.seedBounds)),
  };
  const atSeconds = read('at', startSeconds, parseSecond);
  return { state: { parameters, atSeconds, ...readStepped(read) }, ignored };
}

/** Writes a state into a link; defaults are left out. */
export function writeTerminationLink({ parameters, atSeconds, ...seen }: TerminationState): TerminationLink {
  return {
    ending: unlessDefault(parameters.ending, first.ending),
    all: yesUnlessDefault(parameters.areAllDeleted, first.areAllDeleted),
    v: unlessDefault(formatRelease(parameters.version), formatRelease(first.version)),
    setting: yesUnlessDefault(parameters.isSettingOn, first.isSettingOn),
    stop: unlessDefault(parameters.preStopSeconds, first.preStopSeconds),
    grace: unlessDefault(parameters.graceSeconds, first.graceSeconds),
    sigterm: unlessDefault(parameters.answer, first.answer),
    readiness: unlessDefault(parameters.failsReadiness ? 'fails' : 'kept', 'kept'),
    publish: yesUnlessDefault(parameters.publishesNotReady, first.publishesNotReady),
    lag: unlessDefault(parameters.lagSeconds, first.lagSeconds),
    open: unlessDefault(parameters.longestSeconds, first.longestSeconds),
    client: unlessDefault(parameters.client, first.client),
    noticed: unlessDefault(parameters.noticedSeconds, first.noticedSeconds),
    evicted: unlessDefault(parameters.evictedSeconds, first.evictedSeconds),
    seed: unlessDefault(parameters.seed, first.seed),
    at: unlessDefault(atSeconds, startSeconds),
    ...writeStepped(seen),
  };
}

/** Prints a release: `1.17`, and `1.18.4` where the patch is not 0. */
export function formatRelease({ major, minor, patch }: Release): string {
  return patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}

/** Reads a release that the rows are known of. */
function parseRelease(text: string): Release | null {
  const [, minor, patch] = /^1\.(1[3-9]|2[01])(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return minor === undefined ? null : { major: 1, minor: Number(minor), patch: Number(patch ?? 0) };
}

function parseSecond(text: string): number | null {
  if (!/^-?\d{1,3}$/.test(text)) return null;
  const second = Number(text);
  return second >= startSeconds && second <= lastSecond ? second : null;
}
