import type { Patience, PatienceReason } from './judge-divergence';

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

/** Why a divergence is not called a problem yet, with the time it is given, as a sentence. */
export function patienceSentence(reason: PatienceReason, patience: Patience): string {
  switch (reason) {
    case 'propagation':
      return `A change needs a moment to arrive: up to ${seconds(patience.propagationMs)} is no problem.`;
    case 'agent-restarted':
      return `The agent started less than ${seconds(patience.restartMs)} ago and may still be filling its table.`;
    case 'graceful-termination':
      return `The backend takes no new connections; for up to ${seconds(patience.terminationMs)} it is kept for those that are open.`;
  }
}
