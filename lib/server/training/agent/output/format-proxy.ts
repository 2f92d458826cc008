import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { TabWriter } from '../go/tabwriter';
import type { StatusResponse } from './status-response';

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Prints `Proxy Status:` and, with `--verbose`, the redirects. `Envoy: …` is printed since v1.14. */
export function formatProxy(proxy: StatusResponse['proxy'], all: boolean, version: CiliumVersion): string {
  if (proxy === undefined) return 'Proxy Status:\tNo managed proxy redirect\n';
  const total = proxy['total-redirects'] ?? 0;
  const envoy = proxy['envoy-deployment-mode'];
  const head =
    `Proxy Status:\tOK, ip ${proxy.ip ?? ''}, ${total} redirects active on ports ${proxy['port-range'] ?? ''}` +
    `${atLeast(version, 14) ? `, Envoy: ${envoy ?? ''}` : ''}\n`;
  if (!all || total === 0) return head;
  const rows = (proxy.redirects ?? []).map(
    (redirect) => `  ${redirect.proxy ?? ''}\t${redirect.name ?? ''}\t${redirect['proxy-port'] ?? 0}\n`,
  );
  const inner = new TabWriter({ minWidth: 0, padding: 3 });
  inner.write(['  Protocol\tRedirect\tProxy Port\n', ...rows.sort(byBytes)].join(''));
  return head + inner.flush();
}
