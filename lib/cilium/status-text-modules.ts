import type { ModuleHealth, ModulesHealth } from './modules-health';
import type { StatusDraft } from './status-draft';
import type { BlockReader, LineReader } from './status-text-reader';

/** `Stopped(0) Degraded(0) OK(90)`; `--verbose` of v1.15 to v1.20 starts the tree in its place: `agent`. */
export const readModulesHealth: LineReader = (value, draft, line) => {
  const match = /^Stopped\((\d{1,6})\) Degraded\((\d{1,6})\) OK\((\d{1,6})\)$/.exec(value);
  if (match === null && !/^[\w.-]*$/.test(value)) return false;
  const modules: ModulesHealth =
    match === null ? {} : { stopped: Number(match[1]), degraded: Number(match[2]), ok: Number(match[3]) };
  draft.status.modulesHealth = modules;
  draft.mark('modulesHealth', line, modules);
  return true;
};

const branchMarks = '│├└─ \t';
const levels: readonly string[] = ['OK', 'DEGRADED', 'STOPPED'];
const maxNameLength = 300;

/**
 * The tree below, `│   └── job-reinitialize   [DEGRADED] … (2m48s, x1)`. Each level is four columns wide;
 * the column the tree starts in changes with the version.
 */
export function modulesHealthBlock(draft: StatusDraft): BlockReader {
  const root = draft.status.sections['Modules Health'] ?? '';
  const path: string[] = isRootName(root) ? [root] : [];
  let rootColumn = -1;
  return {
    readLine(text, line) {
      const modules = draft.status.modulesHealth;
      if (modules === undefined) return false;
      let column = 0;
      while (column < text.length && branchMarks.includes(text.charAt(column))) column += 1;
      const hasBranch = /[│├└]/.test(text.slice(0, Math.min(column, 4000)));
      const entry = text.slice(column).trim();
      if (!hasBranch && !isRootName(entry)) return false;
      if (rootColumn < 0) rootColumn = hasBranch ? column - 4 : column;
      const depth = hasBranch ? Math.max(1, Math.round((column - rootColumn) / 4)) : 0;
      path.length = Math.min(path.length, depth);
      const health = parseReporter(entry, path);
      if (health === null) {
        path.push(entry.slice(0, maxNameLength));
        return true;
      }
      modules.items ??= [];
      draft.mark(`modulesHealth.items.${modules.items.length}`, line);
      modules.items.push(health);
      return true;
    },
  };
}

/** The tree's root has a bare name, `agent`. */
function isRootName(text: string): boolean {
  return text.length <= maxNameLength && /^[\w.-]+$/.test(text);
}

/** Reads `job-reinitialize   [DEGRADED] message`; null for a branch that has no level of its own. */
function parseReporter(entry: string, path: readonly string[]): ModuleHealth | null {
  for (let open = entry.indexOf('['); open > 0; open = entry.indexOf('[', open + 1)) {
    const close = entry.indexOf(']', open);
    const level = entry.slice(open + 1, Math.min(close, open + 10)).toUpperCase();
    if (close < 0) return null;
    if (!levels.includes(level)) continue;
    const name = entry.slice(0, open).trim().slice(0, maxNameLength);
    return { path: [...path, name].join('.'), level, message: entry.slice(close + 1, close + 2000).trim() };
  }
  return null;
}
