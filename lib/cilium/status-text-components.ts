import type { ComponentStatus } from './component-status';
import { splitFirstWord } from './status-cells';
import type { LineReader } from './status-text-reader';

/** Keys of the status whose value is a component's state and message. */
type ComponentKey = 'kvstore' | 'containerRuntime' | 'kubernetes' | 'cilium' | 'healthDaemon';

const states: readonly string[] = ['Ok', 'Warning', 'Failure', 'Disabled'];

/** Reads `Ok   1.24 (v1.24.3) [linux/amd64]`: a state of pkg/client and the message after it (all versions). */
export function parseComponent(value: string): ComponentStatus | null {
  const { word: state, rest: msg } = splitFirstWord(value);
  if (!states.includes(state)) return null;
  return msg === '' ? { state } : { state, msg };
}

/** Gives the reader of one component's line. */
export function componentReader(key: ComponentKey): LineReader {
  return (value, draft, line) => {
    const component = parseComponent(value);
    if (component === null) return false;
    draft.status[key] = { ...draft.status[key], ...component };
    draft.mark(key, line, component);
    return true;
  };
}

/** Reads `["cilium/v2::CiliumNode", "core/v1::Pods"]`. */
export const readKubernetesAPIs: LineReader = (value, draft, line) => {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  const apis = value.split('"').filter((_, index) => index % 2 === 1);
  draft.status.kubernetes = { state: '', ...draft.status.kubernetes, apis: apis.filter((api) => api !== '') };
  draft.mark('kubernetes.apis', line);
  return true;
};

/** Reads `none`, `portmap`, `aws-cni`. */
export const readCniChaining: LineReader = (value, draft, line) => {
  if (value === '') return false;
  draft.status.cniChaining = { mode: value };
  draft.mark('cniChaining', line, draft.status.cniChaining);
  return true;
};

/** Reads `successfully wrote CNI configuration file to …`. */
export const readCniFile: LineReader = (value, draft, line) => {
  draft.status.cniFile = { msg: value };
  draft.mark('cniFile', line, draft.status.cniFile);
  return true;
};

/** Reads `"kvstore" since 2023-08-01T10:00:00.000Z, "x" since …`. */
export const readStale: LineReader = (value, draft, line) => {
  const stale: Record<string, string> = {};
  for (const item of value.split(', ')) {
    const match = /^"([^"]{1,200})" since (\S{1,60})$/.exec(item.trim());
    if (match?.[1] === undefined || match[2] === undefined) return false;
    stale[match[1]] = match[2];
  }
  draft.status.stale = stale;
  draft.mark('stale', line, stale);
  return true;
};
