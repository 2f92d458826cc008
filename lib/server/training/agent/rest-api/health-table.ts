import type { ModuleHealth } from '../status/modules';

const levels: Record<ModuleHealth['level'], string> = { OK: 'OK', DEGRADED: 'Degraded', STOPPED: 'Stopped' };

/** The zero time of Go, which stands for never. */
const never = '0001-01-01T00:00:00Z';

/** Names of a module before those of the component in it: `agent.controlplane.auth` is a module. */
const moduleDepth = 3;

/**
 * Prints the rows of the StateDB table `health` from a key on, one JSON document a line, as StateDB's own HTTP
 * handler does (statedb v0.2 to v0.8; `types.Status` in pkg/hive/health).
 */
export function healthTable(modules: readonly ModuleHealth[], fromKey: string, nowMs: number): string {
  const rows = modules.filter(({ path }) => path.join('.') >= fromKey);
  return rows
    .map(({ path, level, message, ageMs, count }, index) => {
      const updated = new Date(nowMs - ageMs).toISOString();
      const obj = {
        ID: { Module: path.slice(0, moduleDepth), Component: path.slice(moduleDepth) },
        Level: levels[level],
        Message: message,
        Error: '',
        LastOK: level === 'OK' ? updated : never,
        Updated: updated,
        Stopped: level === 'STOPPED' ? updated : never,
        Final: '',
        Count: count,
      };
      return `${JSON.stringify({ rev: index + 1, obj })}\n`;
    })
    .join('');
}
