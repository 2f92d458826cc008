/** A program of the cluster ended by itself, or never became ready. The message ends with its last output. */
export class ProgramDiedError extends Error {
  override readonly name = 'ProgramDiedError';
  constructor(
    readonly program: string,
    how: string,
    /** The end of what it wrote to stdout and stderr. */
    readonly output: string,
  ) {
    super(`${program} ${how}. Its last output:\n${output}`);
  }
}
