import type { KubeObject } from '@/lib/server/training/agent-contract';

/** A verb that applying a change needs, on what; `resource` as an RBAC rule writes it. */
export type NeededVerb = { verb: string; group: string; resource: string };

/** Every verb of a patch, a restart and a rollback. */
export const neededVerbs: readonly NeededVerb[] = [
  { verb: 'get', group: '', resource: 'configmaps' },
  { verb: 'patch', group: '', resource: 'configmaps' },
  { verb: 'get', group: 'apps', resource: 'daemonsets' },
  { verb: 'patch', group: 'apps', resource: 'daemonsets' },
  { verb: 'get', group: '', resource: 'pods' },
  { verb: 'delete', group: '', resource: 'pods' },
  { verb: 'get', group: '', resource: 'pods/log' },
  { verb: 'create', group: 'coordination.k8s.io', resource: 'leases' },
  { verb: 'get', group: 'coordination.k8s.io', resource: 'leases' },
  { verb: 'patch', group: 'coordination.k8s.io', resource: 'leases' },
];

/** Name of a user who has every verb but one. */
export const userWithout = ({ verb, resource }: NeededVerb): string =>
  `without-${verb}-${resource.replace('/', '-')}`;

/** A Role and its binding in kube-system for a user with these verbs. */
export function roleOf(user: string, verbs: readonly NeededVerb[]): KubeObject[] {
  const metadata = { name: user, namespace: 'kube-system' };
  const api = 'rbac.authorization.k8s.io';
  return [
    {
      ...{ apiVersion: `${api}/v1`, kind: 'Role', metadata },
      rules: verbs.map(({ verb, group, resource }) => ({
        ...{ apiGroups: [group], resources: [resource], verbs: [verb] },
      })),
    },
    {
      ...{ apiVersion: `${api}/v1`, kind: 'RoleBinding', metadata },
      roleRef: { apiGroup: api, kind: 'Role', name: user },
      subjects: [{ apiGroup: api, kind: 'User', name: user }],
    },
  ];
}
