import type { BackendView, FrontendView } from '../frontend-view';

/** True where two views of a frontend show the same. Node lists must be interned: equal ones are one array. */
export function isSameFrontend(a: FrontendView, b: FrontendView): boolean {
  return (
    a.nodes === b.nodes &&
    a.type === b.type &&
    a.remote === b.remote &&
    a.nodeLocal === b.nodeLocal &&
    a.ownBackends === b.ownBackends &&
    a.changedTimestamp === b.changedTimestamp &&
    isSameFlat(a.service, b.service) &&
    isSameFlat(a.labels, b.labels) &&
    a.labels.length === b.labels.length &&
    a.doubt?.reason === b.doubt?.reason &&
    a.doubt?.about === b.doubt?.about &&
    a.backends.length === b.backends.length &&
    a.backends.every((backend, at) => isSameBackend(backend, b.backends[at])) &&
    (a.problems.length === 0
      ? b.problems.length === 0
      : JSON.stringify(a.problems) === JSON.stringify(b.problems))
  );
}

function isSameBackend(a: BackendView, b: BackendView | undefined): boolean {
  return (
    b !== undefined &&
    a.nodes === b.nodes &&
    a.ip === b.ip &&
    a.port === b.port &&
    a.protocol === b.protocol &&
    a.state === b.state &&
    a.preferred === b.preferred &&
    a.statesDiffer === b.statesDiffer &&
    isSameFlat(a.target, b.target)
  );
}

function isSameFlat<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}
