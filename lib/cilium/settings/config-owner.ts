/** What an object says of who writes it: its labels, annotations and the managers of its fields. */
export type ObjectMarks = {
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  managers: readonly string[];
};

export type OwnerKind =
  'helm' | 'argo-cd' | 'flux-helm' | 'flux-kustomize' | 'kops' | 'rke2' | 'olm' | 'aks' | 'unknown';

/** Who writes the ConfigMap, and what that means for a change (cilium-config.md 4.8). */
export type ConfigOwner = {
  kind: OwnerKind;
  /** As a sentence names it: `Helm release kube-system/cilium`. */
  name: string;
  /** What says so: `annotation meta.helm.sh/release-name`. */
  evidence: string;
  /** What becomes of a change that is made in the ConfigMap itself. */
  consequence: string;
  /** Where a change belongs. */
  changeIn: string;
  /** The Helm release, where the object names one. */
  release: { namespace: string; name: string } | null;
};

type Found = Omit<ConfigOwner, 'release'>;

function releaseOf({ annotations }: ObjectMarks): ConfigOwner['release'] {
  const name = annotations['meta.helm.sh/release-name'];
  if (!name) return null;
  return { name, namespace: annotations['meta.helm.sh/release-namespace'] ?? '' };
}

const slashed = (namespace: string | undefined, name: string): string =>
  namespace ? `${namespace}/${name}` : name;

function argo({ labels, annotations, managers }: ObjectMarks): Found | null {
  const tracking = annotations['argocd.argoproj.io/tracking-id'];
  const isManager = managers.some((manager) => /^argocd/.test(manager));
  // Up to 2.x Argo CD marks by a label that Helm charts have as well: only together with its own manager it tells.
  const app = tracking?.split(':')[0] ?? (isManager ? labels['app.kubernetes.io/instance'] : undefined);
  if (tracking === undefined && !isManager) return null;
  return {
    kind: 'argo-cd',
    name: app ? `Argo CD application ${app}` : 'Argo CD',
    evidence: tracking === undefined ? 'field manager argocd' : 'annotation argocd.argoproj.io/tracking-id',
    consequence: 'With self-heal it is put back at once, else at the next sync.',
    changeIn: 'the Git repository that the application reads',
  };
}

function flux({ labels }: ObjectMarks): Found | null {
  const helm = labels['helm.toolkit.fluxcd.io/name'];
  if (helm)
    return {
      kind: 'flux-helm',
      name: `Flux HelmRelease ${slashed(labels['helm.toolkit.fluxcd.io/namespace'], helm)}`,
      evidence: 'label helm.toolkit.fluxcd.io/name',
      consequence:
        'It stays until the next upgrade, or is put back soon where drift detection of the HelmRelease is on.',
      changeIn: 'the values of the HelmRelease, in Git',
    };
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
  if (!kustomization) return null;
  return {
    kind: 'flux-kustomize',
    name: `Flux Kustomization ${slashed(labels['kustomize.toolkit.fluxcd.io/namespace'], kustomization)}`,
    evidence: 'label kustomize.toolkit.fluxcd.io/name',
    consequence: 'It is put back at the next reconciliation.',
    changeIn: 'the Git repository that the Kustomization reads',
  };
}

function provider({ labels, annotations, managers }: ObjectMarks): Found | null {
  if (labels['app.kubernetes.io/managed-by'] === 'kops' || labels['addon.kops.k8s.io/name'])
    return {
      kind: 'kops',
      name: 'kOps',
      evidence: labels['addon.kops.k8s.io/name']
        ? 'label addon.kops.k8s.io/name'
        : 'label app.kubernetes.io/managed-by',
      consequence: 'It is put back at the next kops update.',
      changeIn: 'the cluster spec of kOps',
    };
  if (labels['kubernetes.azure.com/managedby'] === 'aks')
    return {
      kind: 'aks',
      name: 'AKS',
      evidence: 'label kubernetes.azure.com/managedby',
      consequence: 'The provider puts it back.',
      changeIn: 'the settings that AKS offers',
    };
  if (annotations['meta.helm.sh/release-name'] === 'rke2-cilium')
    return {
      kind: 'rke2',
      name: 'RKE2',
      evidence: 'annotation meta.helm.sh/release-name: rke2-cilium',
      consequence: 'The Helm controller of RKE2 puts it back at its next run.',
      changeIn: 'the HelmChartConfig kube-system/rke2-cilium',
    };
  if (managers.some((manager) => /^(?:helm-operator|cilium-olm)/.test(manager)))
    return {
      kind: 'olm',
      name: 'the OLM operator',
      evidence: 'its field manager',
      consequence: 'The operator puts it back.',
      changeIn: 'the CiliumConfig object',
    };
  return null;
}

function helm(marks: ObjectMarks): Found | null {
  const release = releaseOf(marks);
  if (release === null && marks.labels['app.kubernetes.io/managed-by'] !== 'Helm') return null;
  return {
    kind: 'helm',
    name: release === null ? 'Helm' : `Helm release ${slashed(release.namespace, release.name)}`,
    evidence:
      release === null ? 'label app.kubernetes.io/managed-by' : 'annotation meta.helm.sh/release-name',
    consequence: 'It stays until the next upgrade of the release, which puts back what its chart writes.',
    changeIn: 'the values of the release',
  };
}

/** Finds out who writes the ConfigMap `cilium-config`. What none of them marked has no owner that is known. */
export function configOwnerOf(marks: ObjectMarks): ConfigOwner {
  const found = argo(marks) ?? flux(marks) ?? provider(marks) ?? helm(marks);
  const last = marks.managers.at(-1);
  return {
    ...(found ?? {
      kind: 'unknown' as const,
      name: 'nobody who marked it',
      evidence: last === undefined ? 'no label, annotation or field manager' : `field manager ${last}`,
      consequence: 'It stays, unless an installer runs again.',
      changeIn: 'whatever installed Cilium, or the ConfigMap',
    }),
    release: releaseOf(marks),
  };
}
