import type { KubeConfig } from '@kubernetes/client-node';

type Authenticator = Parameters<KubeConfig['addAuthenticator']>[0];

export type AuthUser = Parameters<Authenticator['isAuthProvider']>[0];
export type AuthOptions = Parameters<Authenticator['applyAuthentication']>[1];

/** An authenticator of client-node that can be told that its credential was refused. */
export type RenewingAuth = Authenticator & {
  /** What it answers to in a user's `authProvider.name`. */
  readonly provider: string;
  /** Drops the credential held, so that the next request gets a new one. */
  forget(): void;
};
