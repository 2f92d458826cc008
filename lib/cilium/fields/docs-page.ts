import type { Release } from '../agent-version';
import type { VersionSpan } from './version-span';
import { inSpan } from './version-span';

/** A page of Cilium's documentation, and the heading on it. */
export type DocsPage = { page: DocsPageName; anchor?: string };

type DocsPageName =
  'kube-proxy-free' | 'routing' | 'masquerading' | 'maps' | 'tuning' | 'troubleshooting' | 'requirements';

/** The newest release with documentation of its own; what is newer is described by `latest`. */
const newestMinor = 20;

/** Where each page stands: most moved with 1.13 (the tree `Documentation/` of each version). */
const places: Record<DocsPageName, readonly ({ path: string } & VersionSpan)[]> = {
  'kube-proxy-free': [
    { path: 'gettingstarted/kubeproxy-free/', until: '1.12' },
    { path: 'network/kubernetes/kubeproxy-free/' },
  ],
  routing: [{ path: 'concepts/networking/routing/', until: '1.12' }, { path: 'network/concepts/routing/' }],
  masquerading: [
    { path: 'concepts/networking/masquerading/', until: '1.12' },
    { path: 'network/concepts/masquerading/' },
  ],
  maps: [{ path: 'concepts/ebpf/maps/', until: '1.12' }, { path: 'network/ebpf/maps/' }],
  tuning: [{ path: 'operations/performance/tuning/' }],
  troubleshooting: [{ path: 'operations/troubleshooting/' }],
  requirements: [{ path: 'operations/system_requirements/' }],
};

/** The documentation's own name of a version: `v1.18`, `latest` for what is not released, `stable` where it is not known. */
function branch(version: Release | null): string {
  if (version === null) return 'stable';
  return version.major > 1 || version.minor > newestMinor ? 'latest' : `v${version.major}.${version.minor}`;
}

/** The address of a page of the official documentation for that version; made of our own words and two numbers only. */
export function docsUrl({ page, anchor }: DocsPage, version: Release | null): `https://${string}` {
  const place = places[page].find((one) => inSpan(version, one));
  const hash = anchor === undefined ? '' : `#${anchor}`;
  return `https://docs.cilium.io/en/${branch(version)}/${place?.path ?? ''}${hash}`;
}
