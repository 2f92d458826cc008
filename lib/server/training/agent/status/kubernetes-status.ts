import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';

const policies = [
  'cilium/v2::CiliumClusterwideNetworkPolicy',
  'cilium/v2::CiliumEndpoint',
  'cilium/v2::CiliumNetworkPolicy',
  'cilium/v2::CiliumNode',
];

/** The API groups an agent says it watches, as published outputs of each version show them. */
export function watchedAPIs(version: CiliumVersion): string[] {
  const core = ['core/v1::Namespace', 'core/v1::Pods', 'core/v1::Service'];
  const networkPolicy = 'networking.k8s.io/v1::NetworkPolicy';
  if (atLeast(version, 19))
    return ['cilium/v2::CiliumCIDRGroup', ...policies, 'core/v1::Pods', networkPolicy];
  if (atLeast(version, 18)) {
    return [
      'EndpointSliceOrEndpoint',
      'cilium/v2::CiliumCIDRGroup',
      ...policies,
      'core/v1::Pods',
      networkPolicy,
    ];
  }
  if (atLeast(version, 15)) {
    return [
      'EndpointSliceOrEndpoint',
      ...policies,
      'cilium/v2alpha1::CiliumCIDRGroup',
      ...core,
      networkPolicy,
    ];
  }
  return [
    ...policies,
    'core/v1::Namespace',
    'core/v1::Node',
    'core/v1::Pods',
    'core/v1::Service',
    'discovery/v1::EndpointSlice',
    networkPolicy,
  ];
}

/** `1.27+ (v1.27.3-eks-a5565ad) [linux/amd64]`: major and minor as the API server names them, a vendor's with a plus. */
export function kubernetesMessage(gitVersion: string): string {
  const [, major = '1', minor = ''] = /^v?(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  const vendor = /-(eks|gke)[-.]/.test(gitVersion) ? '+' : '';
  return `${major}.${minor}${vendor} (${gitVersion}) [linux/amd64]`;
}
