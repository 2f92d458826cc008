import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { Stage } from './rule';

/** What a stage puts before the message of a check (cilium-config.md 2.1, and vectors/agent/fatal for 1.21-dev). */
function prefix(stage: Stage, version: Release): string {
  const kpr = 'unable to initialize kube-proxy replacement options: ';
  const run = atLeast(version, 18) ? 'unable to run agent: ' : '';
  switch (stage) {
    case 'validate':
      return 'invalid daemon configuration: ';
    case 'cell':
      return `${run}failed to start: failed to populate object graph: `;
    case 'start':
      return `${run}failed to start: `;
    case 'panic':
      return 'panic: ';
    case 'kpr':
      return atLeast(version, 19)
        ? `${run}failed to start: failed to init and validate daemon config: ${kpr}`
        : `${run}failed to start: daemon creation failed: ${kpr}`;
    case 'daemon':
      return atLeast(version, 19)
        ? `${run}failed to start: failed to init and validate daemon config: `
        : `${run}failed to start: daemon creation failed: `;
    case 'finish':
      return atLeast(version, 19)
        ? `${run}failed to start: daemon configuration failed: `
        : `${run}failed to start: daemon creation failed: `;
    default:
      return '';
  }
}

/** The message of the fatal line, or the first line of a panic; and its `error` where the agent gives the cause a field of its own. */
export function fatalMessage(
  { stage, message }: { stage: Stage; message: string },
  version: Release,
): { msg: string; error: string | null } {
  if (stage === 'flag') return { msg: 'Incorrect config-map flag value', error: message };
  if (stage === 'datapath') return { msg: 'Failed to compile XDP program', error: message };
  return { msg: prefix(stage, version) + message, error: null };
}
