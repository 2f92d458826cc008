import { kwokExitCodes } from './kwok-exit-codes';
import type { SourceChange } from './source-change';

/** The minor releases of Kubernetes the tests run: a current one and the oldest that is still supported. */
export const kubernetesMinors = ['1.37', '1.35'] as const;

/** The minor releases of Cilium whose own command the tests run; the last is the newest release. */
export const ciliumMinors = ['1.16', '1.18', '1.20'] as const;

export type KubernetesMinor = (typeof kubernetesMinors)[number];
export type CiliumMinor = (typeof ciliumMinors)[number];

const kubernetesCommands = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
] as const;

/** A program by the folder of its go.mod and its own name: `kubernetes-1.37/kubectl`. */
export type ProgramId =
  | 'etcd/etcd'
  | 'helm/helm'
  | 'kwok/kwok'
  | `cilium-${CiliumMinor}/cilium-dbg`
  | `kubernetes-${KubernetesMinor}/${(typeof kubernetesCommands)[number]}`;

export type Program = {
  id: ProgramId;
  /** The folder beside this file that pins the program's module and everything below it. */
  folder: string;
  /** The main package. */
  package: string;
  /** Go variables that hold the version; a release's build sets them, and without them a program calls itself "v0.0.0". */
  versionVariables: readonly string[];
  /** The module whose pinned version these variables get. */
  module: string;
  /** Where the source is built otherwise than published. */
  changes: readonly SourceChange[];
};

const kubernetesVersionVariables = [
  'k8s.io/component-base/version.gitVersion',
  'k8s.io/client-go/pkg/version.gitVersion',
];

/** Every program of the cluster that the tests start, each one a Go module pinned by a go.mod beside this file. */
export const programs: readonly Program[] = [
  {
    id: 'etcd/etcd',
    folder: 'etcd',
    package: 'go.etcd.io/etcd/server/v3',
    versionVariables: [],
    module: 'go.etcd.io/etcd/server/v3',
    changes: [],
  },
  {
    id: 'kwok/kwok',
    folder: 'kwok',
    package: 'sigs.k8s.io/kwok/cmd/kwok',
    versionVariables: ['sigs.k8s.io/kwok/pkg/consts.Version'],
    module: 'sigs.k8s.io/kwok',
    changes: [kwokExitCodes],
  },
  {
    id: 'helm/helm',
    folder: 'helm',
    package: 'helm.sh/helm/v3/cmd/helm',
    versionVariables: ['helm.sh/helm/v3/internal/version.version'],
    module: 'helm.sh/helm/v3',
    changes: [],
  },
  ...ciliumMinors.map((minor): Program => ({
    id: `cilium-${minor}/cilium-dbg`,
    folder: `cilium-${minor}`,
    package: 'github.com/cilium/cilium/cilium-dbg',
    versionVariables: [],
    module: 'github.com/cilium/cilium',
    changes: [],
  })),
  ...kubernetesMinors.flatMap((minor) =>
    kubernetesCommands.map((command): Program => ({
      id: `kubernetes-${minor}/${command}`,
      folder: `kubernetes-${minor}`,
      package: `k8s.io/kubernetes/cmd/${command}`,
      versionVariables: kubernetesVersionVariables,
      module: 'k8s.io/kubernetes',
      changes: [],
    })),
  ),
];
