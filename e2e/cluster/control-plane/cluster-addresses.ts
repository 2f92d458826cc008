/** The addresses of the cluster. They are private (RFC 1918) and nothing listens on them. */
export const clusterAddresses = {
  services: '10.96.0.0/16',
  /** What the `kubernetes` Service leads to: the API server refuses to publish a loopback address there. */
  apiServer: '10.10.0.2',
  nodePrefix: '10.10.1.',
  podsOfNode: (index: number) => `10.244.${index}.0/24`,
} as const;
