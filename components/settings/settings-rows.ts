import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { ShortValue } from '@/lib/cilium/fields/short-value';
import { ownOfEachNode, shortValue } from '@/lib/cilium/fields/short-value';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { Majority } from '@/lib/cilium/fields/majority';
import { majorityOf } from '@/lib/cilium/fields/majority';

/** One field over all agents; `cells` by node, null where an agent has never given its status. */
export type SettingsRow = {
  id: FieldId | 'version';
  title: string;
  section: string;
  cells: ReadonlyMap<string, ShortValue | null>;
  majority: Majority;
  /** False where each node has its own: nothing to agree on. */
  compared: boolean;
};

/** The fields of the matrix, in sections. A line without a value of its own, and one that repeats another, has no row. */
const sections: readonly { title: string; ids: readonly SettingsRow['id'][] }[] = [
  { title: 'Agent', ids: ['version', 'status', 'controllers', 'cluster-health'] },
  {
    title: 'At the socket',
    ids: ['socket-lb', 'socket-lb-protocols', 'socket-lb-coverage', 'socket-lb-tracing'],
  },
  {
    title: 'From outside',
    ids: [
      'devices',
      'mode',
      'dsr-dispatch-mode',
      'backend-selection',
      'xdp-acceleration',
      'session-affinity',
      'graceful-termination',
    ],
  },
  { title: 'Services', ids: ['node-port', 'external-ips', 'host-port', 'annotations'] },
  {
    title: 'Between families',
    ids: ['nat46x64', 'nat46x64-services', 'nat46x64-gateway', 'nat46x64-prefixes'],
  },
  {
    title: 'Around it',
    ids: ['routing', 'host-routing', 'masquerading', 'attach-mode', 'device-mode', 'bpf-maps'],
  },
];

function valueOf(id: SettingsRow['id'], { status, version }: AgentView): ShortValue | null {
  if (id === 'version') return version === null ? null : { state: 'value', text: version };
  return status === null ? null : shortValue(id, status);
}

/** Gives the rows of the matrix; a field that no agent reports has none. */
export function settingsRows(agents: readonly AgentView[]): SettingsRow[] {
  return sections.flatMap(({ title: section, ids }) =>
    ids.flatMap((id): SettingsRow[] => {
      const told = agents.map((agent) => ({ node: agent.node, value: valueOf(id, agent) }));
      const majority = majorityOf(told);
      if (majority.reported === 0) return [];
      const compared = id === 'version' || !ownOfEachNode.has(id);
      return [
        {
          id,
          title: id === 'version' ? 'Cilium' : fields[id].title,
          section,
          cells: new Map(told.map(({ node, value }) => [node, value])),
          majority: compared ? majority : { ...majority, differs: false },
          compared,
        },
      ];
    }),
  );
}

/** Gives the titles of fields that no agent of the cluster reports. */
export function unreportedTitles(rows: readonly SettingsRow[]): string[] {
  const shown = new Set(rows.map(({ id }) => id));
  return sections.flatMap(({ ids }) =>
    ids.flatMap((id) => (id === 'version' || shown.has(id) ? [] : [fields[id].title])),
  );
}
