import { frontendKey } from '../frontend';
import type { ExpectedFrontend } from './expected-frontend';
import { expectedTable } from './expected-table';
import type { LoadBalancingInput } from './load-balancing-input';

/** Computes the service table one agent must have: one row for each frontend, with its backends and their states. */
export function expectedFrontends({ node, ...input }: LoadBalancingInput): ExpectedFrontend[] {
  const table = expectedTable({ ...input, nodes: [node] });
  const own = table.onNode(node);
  const keys = new Set(own.map(frontendKey));
  return [...table.shared.filter((row) => !keys.has(frontendKey(row))), ...own];
}
