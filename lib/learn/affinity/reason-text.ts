import type { AffinityParameters } from './affinity-parameters';
import type { AffinityConnection, AffinityReason } from './affinity-walk';
import { formatSpan } from './time-text';

/** A reason in a few words, for a list. */
export const reasonWords: Readonly<Record<AffinityReason, string>> = {
  'no-affinity': 'no affinity',
  unknown: 'not known here',
  kept: 'remembered',
  expired: 'entry too old',
  'backend-gone': 'backend is going',
};

/** Gives who the client is to the node: `198.51.100.7`, `the cookie of pod web`. */
function keyWords({ kind, text }: AffinityConnection['key']): string {
  return kind === 'cookie' ? `the ${text}` : text;
}

/** Gives why a connection got its backend, in full. */
export function reasonText(connection: AffinityConnection, parameters: AffinityParameters): string {
  const { reason, found, node, key, minute, backend, previous } = connection;
  const how = chosenText(parameters);
  if (reason === 'no-affinity') return `The Service has no session affinity: nothing is remembered. ${how}`;
  if (found === null) {
    const again = node === 2 && previous !== null ? ` What node 1 knows, node 2 does not.` : '';
    return `Node ${node} has no entry for ${keyWords(key)}.${again} ${how}${sameText(previous, backend, parameters)}`;
  }
  const age = formatSpan((minute - found.lastUsedMinute) * 60);
  const timeout = formatSpan(parameters.timeoutSeconds);
  const entry = `Node ${node} remembers ${keyWords(key)} with ${found.backend}, used ${age} ago`;
  if (reason === 'kept') return `${entry}: less than ${timeout}. The use renews it.`;
  if (reason === 'expired')
    return `${entry}: not less than ${timeout}, so it no longer counts. ${how}${sameText(found.backend, backend, parameters)}`;
  return `${entry}, but ${found.backend} takes no new connections any more. ${how}`;
}

function chosenText({ place, algorithm, isOn, minor }: AffinityParameters): string {
  if (place === 'inside' || algorithm === 'random') return 'A backend is drawn at random.';
  if (isOn && minor >= 18)
    return 'The Maglev table decides by the client’s address: its port is left out of the hash.';
  return 'The Maglev table decides by the client’s address and port.';
}

function sameText(
  before: string | null,
  now: string,
  { place, algorithm, isOn, minor }: AffinityParameters,
): string {
  if (before !== now) return '';
  const byAddress = place === 'outside' && algorithm === 'maglev' && isOn && minor >= 18;
  return byAddress ? ` So it is ${now} again, whatever node is asked.` : ` By chance it is ${now} again.`;
}
