import type { FrontendView } from '@/lib/snapshot/frontend-view';

/** True where the same address has a row for the other scope too: only then do the two need telling apart. */
export function hasOtherScope(
  { ip, port, protocol, scope }: FrontendView,
  frontends: readonly FrontendView[],
): boolean {
  return frontends.some(
    (other) => other.ip === ip && other.port === port && other.protocol === protocol && other.scope !== scope,
  );
}
