import type { KubeObject } from '@/lib/server/training/agent-contract';
import { chartConfig } from '@/lib/server/training/scenarios/parts/chart-config';
import {
  ciliumConfig,
  ciliumDaemonSet,
  ciliumOperator,
  hubblePeer,
} from '@/lib/server/training/scenarios/parts/cilium-workloads';
import type { CiliumMinor } from '../programs/program-list';
import { programOf } from '../programs/program-path';
import { pinnedVersion } from '../programs/pinned-version';

const namespace = 'kube-system';

/** The kind by which single nodes are configured otherwise (install/kubernetes and pkg/k8s/apis/cilium.io in Cilium). */
const nodeConfigDefinition: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'ciliumnodeconfigs.cilium.io' },
  spec: {
    group: 'cilium.io',
    scope: 'Namespaced',
    names: {
      plural: 'ciliumnodeconfigs',
      singular: 'ciliumnodeconfig',
      kind: 'CiliumNodeConfig',
      listKind: 'CiliumNodeConfigList',
    },
    versions: [
      {
        name: 'v2',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            required: ['spec'],
            properties: {
              spec: {
                type: 'object',
                required: ['defaults', 'nodeSelector'],
                properties: {
                  defaults: { type: 'object', additionalProperties: { type: 'string' } },
                  nodeSelector: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
                },
              },
            },
          },
        },
      },
    ],
  },
};

function account(name: string): KubeObject[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        {
          apiGroups: ['', 'discovery.k8s.io', 'cilium.io'],
          resources: ['namespaces', 'nodes', 'pods', 'services', 'endpointslices', 'ciliumnodeconfigs'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}

/** The version of cilium-dbg that is pinned for a minor release: `1.20.2`. The agents are of the same. */
export function ciliumVersion(minor: CiliumMinor): string {
  return pinnedVersion(programOf(`cilium-${minor}/cilium-dbg`)).slice(1);
}

/** Cilium as its chart installs it, as far as a reader of the cluster can see; in place of kube-proxy. */
export function ciliumObjects(minor: CiliumMinor): KubeObject[] {
  const version = ciliumVersion(minor);
  const images = {
    agent: `quay.io/cilium/cilium:v${version}`,
    operator: `quay.io/cilium/operator-generic:v${version}`,
  };
  return [
    nodeConfigDefinition,
    ...account('cilium'),
    ...account('cilium-operator'),
    ciliumConfig(chartConfig(Number(minor.split('.')[1]), {})),
    ciliumDaemonSet(images),
    ciliumOperator(images, 1),
    hubblePeer(),
  ];
}
