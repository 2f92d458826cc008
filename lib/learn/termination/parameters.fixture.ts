import fc from 'fast-check';
import * as known from './termination-parameters';
import { releases, type TerminationParameters } from './termination-parameters';

/** Any parameters that a link can hold. */
export const anyParameters: fc.Arbitrary<TerminationParameters> = fc
  .record({
    ending: fc.constantFrom(...known.endings),
    areAllDeleted: fc.boolean(),
    version: fc.constantFrom(...Object.values(releases), { major: 1, minor: 13, patch: 4 }),
    isSettingOn: fc.boolean(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    graceSeconds: fc.integer(known.graceBounds),
    answer: fc.constantFrom(...known.answersToSigterm),
    failsReadiness: fc.boolean(),
    publishesNotReady: fc.boolean(),
    lagSeconds: fc.integer(known.lagBounds),
    longestSeconds: fc.integer(known.longestBounds),
    client: fc.constantFrom(...known.clients),
    noticedSeconds: fc.integer(known.noticedBounds),
    evictedSeconds: fc.integer(known.evictedBounds),
    seed: fc.integer(known.seedBounds),
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    preStopSeconds: Math.floor(share * known.preStopBounds(rest.graceSeconds).max),
  }));
