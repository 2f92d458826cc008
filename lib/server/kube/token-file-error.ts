import { KubeError } from './kube-error';

/** The file that should hold our token cannot be read. */
export class TokenFileError extends KubeError {
  override name = 'TokenFileError';
  constructor(path: string, cause: unknown) {
    super('unauthenticated', {
      title: 'Token file unreadable',
      detail: `The token file ${path} cannot be read.`,
      hint: 'Check that the file exists and may be read by this process.',
      cause,
    });
  }
}
