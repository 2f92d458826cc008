import { afterAll, beforeAll, describe } from 'vitest';
import { creates } from './behaviours/creates';
import { customResources } from './behaviours/custom-resources';
import { daemonSets } from './behaviours/daemon-sets';
import { deletes } from './behaviours/deletes';
import { discovery } from './behaviours/discovery';
import { dryRuns } from './behaviours/dry-runs';
import { execs } from './behaviours/execs';
import { forgottenHistory } from './behaviours/forgotten-history';
import { leases } from './behaviours/leases';
import { lists } from './behaviours/lists';
import { logs } from './behaviours/logs';
import { notServed } from './behaviours/not-served';
import { patches } from './behaviours/patches';
import { permissions } from './behaviours/permissions';
import { pods } from './behaviours/pods';
import { productClient } from './behaviours/product-client';
import { reviews } from './behaviours/reviews';
import { selectors } from './behaviours/selectors';
import { strategicMerge } from './behaviours/strategic-merge';
import { updates } from './behaviours/updates';
import { watches } from './behaviours/watches';
import type { ServerUnderTest } from './server-under-test';

/** History is forgotten first and looked for last: a server may take a while to notice. */
const behaviours = [
  lists,
  selectors,
  watches,
  creates,
  updates,
  patches,
  strategicMerge,
  deletes,
  dryRuns,
  leases,
  customResources,
  permissions,
  reviews,
  discovery,
  daemonSets,
  pods,
  execs,
  logs,
  productClient,
  notServed,
];

/** Tries on one server every behaviour of the Kubernetes API that the product relies on. */
export function conformance(start: () => Promise<ServerUnderTest>): void {
  let running: ServerUnderTest | undefined;
  const server = () => {
    if (!running) throw new Error('The server under test has not started.');
    return running;
  };
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running?.stop());
  const lookForForgotten = forgottenHistory(server);
  // Most of the time is waiting, and each group has a namespace of its own: they run side by side, each in order.
  for (const behaviour of behaviours) {
    describe.concurrent(behaviour.name, () => {
      describe('in order', { concurrent: false }, () => behaviour(server));
    });
  }
  lookForForgotten();
}
