import { readFileSync } from 'node:fs';
import { TokenFileError } from './token-file-error';
import type { AuthOptions, AuthUser, RenewingAuth } from './renewing-auth';

const rereadAfterMs = 60_000;

/**
 * Bearer token from a file that is replaced while we run (projected service account tokens).
 * client-node 2.0.1 reads a kubeconfig's `tokenFile` never and an in-cluster one each 60 s even after a 401
 * (dist/config_types.js `findToken`, dist/file_auth.js); this one also forgets on demand.
 */
export class TokenFileAuth implements RenewingAuth {
  readonly provider = 'kpr-token-file';
  private token: string | null = null;
  private readTimestampMs = 0;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  isAuthProvider(user: AuthUser): boolean {
    return user.authProvider?.name === this.provider;
  }

  /** Drops the token read, so that the next request reads the file. */
  forget(): void {
    this.token = null;
  }

  async applyAuthentication(_user: AuthUser, options: AuthOptions): Promise<void> {
    if (this.token === null || Date.now() - this.readTimestampMs > rereadAfterMs) this.read();
    options.headers = { ...options.headers, Authorization: `Bearer ${this.token}` };
  }

  private read(): void {
    try {
      this.token = readFileSync(this.path, 'utf8').trim();
      this.readTimestampMs = Date.now();
    } catch (error) {
      throw new TokenFileError(this.path, error);
    }
  }
}
