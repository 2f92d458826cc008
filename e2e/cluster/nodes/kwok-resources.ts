import type { KubeObject } from '@/lib/server/training/agent-contract';

const group = 'kwok.x-k8s.io';

function definition(plural: string, kind: string, listKind: string): KubeObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/kwok' },
    },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural, kind, listKind, singular: kind.toLowerCase() },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        },
      ],
    },
  };
}

/** The kinds by which kwok is told, pod by pod, what an exec runs and where a log is. kwok checks them itself. */
export const kwokResources: readonly KubeObject[] = [
  definition('execs', 'Exec', 'ExecList'),
  definition('logs', 'Logs', 'LogsList'),
];
