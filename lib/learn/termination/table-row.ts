import type { BackendState } from '@/lib/cilium/backend';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import { servingBackends } from '@/lib/cilium/packet-path/choose-backend';
import { exampleNode, exampleService, exampleSettings, exampleSlice, pods } from './example-service';
import type { Conditions } from './slice-conditions';
import type { TerminationParameters } from './termination-parameters';

/** The Service's row in a node's table: each pod's state, null where the row does not list it. */
export type TableRow = {
  states: (BackendState | null)[];
  /** Which pods new connections may go to, by their place among the pods. */
  candidates: number[];
  /** No pod is active: terminating ones that still serve stand in. */
  isFallback: boolean;
};

/**
 * Gives the row that an agent makes of the conditions, by the function that computes every table of the product: what
 * is shown here is what a node is held to elsewhere.
 */
export function tableRow(conditions: readonly Conditions[], parameters: TerminationParameters): TableRow {
  const { version, isSettingOn } = parameters;
  const rows = expectedFrontends({
    version,
    settings: exampleSettings(isSettingOn),
    services: [exampleService],
    endpointSlices: [exampleSlice(conditions)],
    pods: [],
    redirectPolicies: [],
    node: exampleNode,
  });
  const row = rows.find(({ ip }) => ip === exampleService.ingress[0]?.ip);
  const backends = row?.backends ?? [];
  const { backends: serving, isFallback } = servingBackends(
    backends.map(({ ip, port, state, nodeName }) => ({
      ...{ ip, port, state, node: nodeName, name: null, maglevShare: null },
    })),
  );
  return {
    states: pods.map(({ ip }) => backends.find((backend) => backend.ip === ip)?.state ?? null),
    candidates: pods.flatMap(({ ip }, index) => (serving.some((each) => each.ip === ip) ? [index] : [])),
    isFallback: isFallback && serving.length > 0,
  };
}
