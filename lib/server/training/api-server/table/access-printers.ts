import type { V1RoleBinding } from '@kubernetes/client-node';
import type { KubeObject, Stored } from '../kube-object';
import { printer, type Printer } from './printer';

const bindingPrinter = printer<Stored<V1RoleBinding>>(
  ['Name', 'Role', 'Age', '+Users', '+Groups', '+ServiceAccounts'],
  ({ metadata, roleRef, subjects = [] }, age) => {
    const of = (kind: string) => subjects.filter((subject) => subject.kind === kind);
    const names = (kind: string) => of(kind).map(({ name }) => name);
    return [
      metadata.name ?? '',
      `${roleRef.kind}/${roleRef.name}`,
      age,
      names('User').join(', '),
      names('Group').join(', '),
      of('ServiceAccount')
        .map(({ namespace, name }) => `${namespace}/${name}`)
        .join(', '),
    ];
  },
);

/** What the API server prints of a kind that it has no printer for (apiserver, pkg/registry/rest/table.go). */
export const plainPrinter = printer<KubeObject>(['Name', 'Created At'], ({ metadata }) => [
  metadata.name ?? '',
  metadata.creationTimestamp ?? '',
]);

/** The rows of the group `rbac.authorization.k8s.io`: roles have no printer of their own. */
export const accessPrinters: Record<string, Printer> = {
  RoleBinding: bindingPrinter,
  ClusterRoleBinding: bindingPrinter,
};
