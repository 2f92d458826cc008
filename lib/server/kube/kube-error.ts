import type { Problem, ProblemCode } from '@/lib/snapshot/source-view';

export type KubeErrorWords = {
  title: string;
  /** One clear sentence: what failed, where. */
  detail: string;
  /** What the reader can do. */
  hint: string;
  cause?: unknown;
};

/** A failure on the way to the cluster. Its message is one sentence fit for a person. */
export class KubeError extends Error {
  override name = 'KubeError';
  readonly code: ProblemCode;
  readonly title: string;
  readonly hint: string;

  constructor(code: ProblemCode, { title, detail, hint, cause }: KubeErrorWords) {
    super(detail, cause === undefined ? undefined : { cause });
    this.code = code;
    this.title = title;
    this.hint = hint;
  }
}

/** Gives any thrown value as a problem in words; what is not a `KubeError` is a fault of ours and says so. */
export function toProblem(error: unknown): Problem {
  if (error instanceof KubeError) {
    return { code: error.code, title: error.title, detail: error.message, hint: error.hint };
  }
  return {
    code: 'server-error',
    title: 'Unexpected failure',
    detail: error instanceof Error ? error.message : String(error),
    hint: 'This is a fault of KPR Explorer; its log has the stack trace.',
  };
}
