import type { CommandResult } from '../../agent-contract';
import { formatGoJson, formatJsonOutput } from '../go/json';
import { failed } from './unreachable';

/** Follows a path such as `{.kube-proxy-replacement.mode}`; undefined where it leads nowhere. */
function follow(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.').filter((part) => part !== '')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    // hasOwn has just shown that the key is there.
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/**
 * Prints an answer as `-o` asks: `json`, or a `jsonpath` of plain keys. Anything else ends silently with exit
 * code 1, as the client does with an unknown word (`yaml`, which nothing of ours asks for, included).
 */
export function printOutput(output: string, value: unknown): CommandResult {
  if (output === 'json') return { stdout: formatJsonOutput(value), stderr: '', exitCode: 0 };
  const path = /^jsonpath=\{((?:\.[\w-]+)+)\}$/.exec(output)?.[1];
  if (path === undefined) {
    return output.startsWith('jsonpath=')
      ? failed(`Couldn't parse jsonpath expression: '${output.slice(9)}'\n`)
      : failed('');
  }
  const found = follow(value, path);
  const text = found === undefined ? '' : typeof found === 'object' ? formatGoJson(found) : String(found);
  return { stdout: `${text}\n`, stderr: '', exitCode: 0 };
}
