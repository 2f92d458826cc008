import { z } from 'zod';
import { CredentialPluginError } from './credential-plugin-error';
import type { CredentialPlugin, KubeconfigCluster } from './kubeconfig-schema';
import { runCredentialPlugin } from './run-credential-plugin';
import type { AuthOptions, AuthUser, RenewingAuth } from './renewing-auth';

const credentialSchema = z.looseObject({
  status: z.looseObject({
    token: z.string().nullish(),
    clientCertificateData: z.string().nullish(),
    clientKeyData: z.string().nullish(),
    expirationTimestamp: z.string().nullish(),
  }),
});

type Credential = z.infer<typeof credentialSchema>['status'] & { renewMs: number };

/**
 * A credential is renewed this long before it ends, so that no request travels with one that dies on the way; one that
 * lives shortly, in its last tenth.
 */
const renewBeforeMs = 30_000;
const replacementKeptMs = 5_000;

/**
 * Credentials from a command (`exec` of a kubeconfig user), as EKS, GKE and AKS log-ins have it.
 * client-node 2.0.1's ExecAuth keeps a credential after a 401, keeps one without an expiry for ever, sets no
 * KUBERNETES_EXEC_INFO, has no time limit and runs the command once for each request that finds none
 * (dist/exec_auth.js). Hence our own, through its public `addAuthenticator`.
 */
export class CredentialPluginAuth implements RenewingAuth {
  readonly provider = 'kpr-credential-plugin';
  private credential: Credential | null = null;
  private running: Promise<Credential> | null = null;
  private takenMs = 0;
  /** The credential held, or the next one, replaces one that was refused. */
  private isReplacement = false;
  private readonly plugin: CredentialPlugin;
  private readonly cluster: KubeconfigCluster;

  constructor(plugin: CredentialPlugin, cluster: KubeconfigCluster) {
    this.plugin = plugin;
    this.cluster = cluster;
  }

  isAuthProvider(user: AuthUser): boolean {
    return user.authProvider?.name === this.provider;
  }

  /**
   * Drops the credential, so that the next request runs the command. A replacement is kept for 5 s all the same:
   * requests that left before it are refused after it, and where access was withdrawn no command helps.
   */
  forget(): void {
    if (this.credential === null) return;
    if (this.isReplacement && Date.now() - this.takenMs < replacementKeptMs) return;
    this.credential = null;
    this.isReplacement = true;
  }

  async applyAuthentication(_user: AuthUser, options: AuthOptions): Promise<void> {
    const credential = await this.current();
    if (credential.clientCertificateData) options.cert = credential.clientCertificateData;
    if (credential.clientKeyData) options.key = credential.clientKeyData;
    if (credential.token) {
      options.headers = { ...options.headers, Authorization: `Bearer ${credential.token}` };
    }
  }

  private async current(): Promise<Credential> {
    if (this.credential !== null) {
      if (Date.now() < this.credential.renewMs) return this.credential;
      this.isReplacement = false;
    }
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<Credential> {
    const output = await runCredentialPlugin(this.plugin, this.cluster);
    this.credential = parseCredential(this.plugin.command, output);
    this.takenMs = Date.now();
    return this.credential;
  }
}

function renewTimeMs(expirationTimestamp: string | null | undefined, nowMs: number): number {
  const endMs = Date.parse(expirationTimestamp ?? '');
  if (Number.isNaN(endMs)) return Infinity;
  return endMs - Math.min(renewBeforeMs, Math.max(0, (endMs - nowMs) / 10));
}

function parseCredential(command: string, output: string): Credential {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    throw new CredentialPluginError(command, 'what it printed is not JSON');
  }
  const result = credentialSchema.safeParse(value);
  if (!result.success) throw new CredentialPluginError(command, 'what it printed is no ExecCredential');
  const { status } = result.data;
  return { ...status, renewMs: renewTimeMs(status.expirationTimestamp, Date.now()) };
}
