import type { RuleVerdict } from '@/lib/cilium/rules/judge-rules';

/**
 * An error of the HTTP API (RFC 9457, `application/problem+json`).
 * `type` is `urn:kpr-explorer:problem:` and the code; `instance` is the path that was asked for.
 */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  /** What the caller can do. */
  hint: string;
  /** The parameters that were refused, where the request was. */
  errors?: { parameter: string; detail: string }[];
  /** The rules that agents would die of, where a plan is refused for them (422). */
  rules?: { id: string; verdict: RuleVerdict; message: string }[];
};
