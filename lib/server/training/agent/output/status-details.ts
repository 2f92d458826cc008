/** Which optional parts `cilium status` prints; `--verbose` asks for all (pkg/client `StatusDetails`). */
export type StatusDetails = {
  allAddresses: boolean;
  allControllers: boolean;
  allRedirects: boolean;
  allClusters: boolean;
  /** KubeProxyReplacement details, BPF maps and clock source: `--verbose` is the only way to them. */
  verbose: boolean;
};

export const noDetails: StatusDetails = {
  allAddresses: false,
  allControllers: false,
  allRedirects: false,
  allClusters: false,
  verbose: false,
};

export const allDetails: StatusDetails = {
  allAddresses: true,
  allControllers: true,
  allRedirects: true,
  allClusters: true,
  verbose: true,
};
