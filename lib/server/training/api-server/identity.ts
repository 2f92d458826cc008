/** Who asks, as RBAC sees it. */
export type Identity = {
  username: string;
  uid?: string;
  groups: readonly string[];
  extra?: Readonly<Record<string, readonly string[]>>;
};
