import { describe, expect, it } from 'vitest';
import { configOwnerOf } from './config-owner';

const marks = { labels: {}, annotations: {}, managers: [] };
const ofHelm = {
  labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  annotations: { 'meta.helm.sh/release-name': 'cilium', 'meta.helm.sh/release-namespace': 'kube-system' },
};

describe('who writes the ConfigMap', () => {
  it.each([
    ['helm', 'Helm release kube-system/cilium', ofHelm],
    ['helm', 'Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }],
    [
      'argo-cd',
      'Argo CD application cni',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'cni:/ConfigMap:kube-system/cilium-config' } },
    ],
    [
      'argo-cd',
      'Argo CD application cni',
      { labels: { 'app.kubernetes.io/instance': 'cni' }, managers: ['argocd-controller'] },
    ],
    // Flux installs with Helm: its own label says more.
    [
      'flux-helm',
      'Flux HelmRelease flux-system/cilium',
      {
        ...ofHelm,
        labels: {
          'helm.toolkit.fluxcd.io/name': 'cilium',
          'helm.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      },
    ],
    ['flux-kustomize', 'Flux Kustomization cni', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'cni' } }],
    ['kops', 'kOps', { labels: { 'app.kubernetes.io/managed-by': 'kops' } }],
    ['rke2', 'RKE2', { annotations: { 'meta.helm.sh/release-name': 'rke2-cilium' } }],
    ['aks', 'AKS', { labels: { 'kubernetes.azure.com/managedby': 'aks' } }],
    ['unknown', 'nobody who marked it', { managers: ['kubectl-edit'] }],
    // Charts write this label too: alone it does not tell of Argo CD.
    ['unknown', 'nobody who marked it', { labels: { 'app.kubernetes.io/instance': 'cilium' } }],
  ])('%s: %s', (kind, name, given) => {
    expect(configOwnerOf({ ...marks, ...given })).toMatchObject({ kind, name });
  });

  it('names the release whose Secret holds the values', () => {
    expect(configOwnerOf({ ...marks, ...ofHelm }).release).toEqual({
      namespace: 'kube-system',
      name: 'cilium',
    });
    expect(configOwnerOf(marks).release).toBeNull();
  });
});
