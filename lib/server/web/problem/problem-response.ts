import type { ProblemDocument } from '@/lib/snapshot/problem-document';
import type { HttpProblemCode, ProblemOccurrence } from './problem';
import { problemDocument } from './problem';

/** Gives a problem document as a response. */
export function problemResponse(problem: ProblemDocument): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

/** Thrown inside a route to end it with a problem document; `instance` is added where it is caught. */
export class HttpProblem extends Error {
  constructor(
    readonly code: HttpProblemCode,
    readonly occurrence: Omit<ProblemOccurrence, 'instance'>,
  ) {
    super(occurrence.detail);
    this.name = 'HttpProblem';
  }

  document(instance: string): ProblemDocument {
    return problemDocument(this.code, { ...this.occurrence, instance });
  }
}
