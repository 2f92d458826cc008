import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { tourHref, tourLength } from '@/components/learn/tour/tour-href';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { findItem, type FindItem } from './find-item';
import { useLearnItems } from './use-learn-items';

const pages: FindItem[] = [
  findItem({
    group: 'Pages',
    title: 'Overview',
    aside: 'agents, counts, what needs attention',
    href: paths.overview,
  }),
  findItem({
    group: 'Pages',
    title: 'Services',
    aside: 'map of frontends and backends',
    href: paths.services,
  }),
  findItem({
    group: 'Pages',
    title: 'Services table',
    aside: 'every row',
    href: `${paths.services}?view=table`,
  }),
  findItem({
    group: 'Pages',
    title: 'Services with problems',
    aside: 'only what is wrong',
    href: `${paths.services}?problems=1`,
  }),
  findItem({ group: 'Pages', title: 'Status', aside: 'KubeProxyReplacement Details', href: paths.status }),
  findItem({ group: 'Pages', title: 'Settings', aside: 'every field on every node', href: paths.settings }),
  findItem({ group: 'Pages', title: 'Change', aside: 'plan a change of settings', href: paths.change }),
  findItem({ group: 'Pages', title: 'Learn', aside: 'simulators and explanations', href: paths.learn }),
  findItem(
    { group: 'Pages', title: 'Glossary', aside: 'the words, and what they mean', href: paths.glossary },
    'terms vocabulary dictionary',
  ),
  findItem(
    {
      group: 'Pages',
      title: 'Guided tour',
      aside: `${tourLength} stops, from the overview to the simulators`,
      href: tourHref(1),
    },
    'start help introduction new',
  ),
  findItem({ group: 'Pages', title: 'For trainers', aside: 'lessons of your own', href: paths.trainers }),
];

function servicesAndAddresses(frontends: readonly FrontendView[]): FindItem[] {
  const services = new Map<string, FindItem>();
  const addresses: FindItem[] = [];
  for (const { key, service, labels, type, backends } of frontends) {
    const href = `${paths.services}?f=${encodeURIComponent(key)}`;
    const name = service === null ? '' : `${service.namespace}/${service.name}`;
    if (service !== null && !services.has(name)) {
      services.set(
        name,
        findItem(
          { group: 'Services', title: service.name, aside: service.namespace, href },
          `${name} ${labels.join(' ')}`,
        ),
      );
    }
    const behind = backends.map(({ ip, port, target }) => `${ip}:${port} ${target.name ?? ''}`).join(' ');
    const aside = [service?.name, type].filter(Boolean).join(' · ');
    addresses.push(findItem({ group: 'Addresses', title: key, aside, href }, `${name} ${behind}`));
  }
  return [...services.values(), ...addresses];
}

function nodes(agents: readonly AgentView[]): FindItem[] {
  return agents.map(({ node, pod, nodeIPs }) =>
    findItem({ group: 'Nodes', title: node, aside: pod, href: paths.node(node) }, nodeIPs.join(' ')),
  );
}

/** The fields' explanations are long: they are read when ⌘K is first opened. */
function useFieldItems(open: boolean): FindItem[] {
  const [items, setItems] = useState<FindItem[]>([]);
  useEffect(() => {
    if (!open || items.length > 0) return;
    let left = false;
    void import('@/lib/cilium/fields/catalogue').then(({ fields }) => {
      if (left) return;
      setItems(
        Object.values(fields).map(({ id, title, what, why, settings }) =>
          findItem(
            {
              group: 'Fields',
              title,
              aside: 'KubeProxyReplacement Details',
              href: `${paths.status}?field=${id}`,
            },
            JSON.stringify([what, why, settings]),
          ),
        ),
      );
    });
    return () => {
      left = true;
    };
  }, [open, items.length]);
  return items;
}

/** Gives everything ⌘K can find, while it is open. */
export function useFindItems(open: boolean): FindItem[] {
  const frontends = useQuery({ ...frontendsQuery(), enabled: open }).data?.items;
  const agents = useQuery({ ...agentsQuery(), enabled: open }).data?.items;
  const fieldItems = useFieldItems(open);
  const learnItems = useLearnItems(open);
  return useMemo(
    () =>
      open
        ? [
            ...pages,
            ...servicesAndAddresses(frontends ?? []),
            ...nodes(agents ?? []),
            ...fieldItems,
            ...learnItems,
          ]
        : [],
    [open, frontends, agents, fieldItems, learnItems],
  );
}
