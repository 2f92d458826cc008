import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The variable that names the cilium-dbg of an agent's version. */
export const ciliumDbgVariable = 'KPR_CILIUM_DBG';

/**
 * Makes the folder of the commands in an agent's image: `cilium-dbg` and, as in Cilium's images since 1.15, `cilium`
 * for the same. kwok looks commands up on its own path, the same for all pods; which build is run is in the pod's
 * environment, because agents of two versions run side by side during an upgrade.
 */
export function writeContainerCommands(folder: string): string {
  const commands = path.join(folder, 'bin');
  mkdirSync(commands);
  for (const name of ['cilium', 'cilium-dbg']) {
    const file = path.join(commands, name);
    writeFileSync(file, `#!/bin/sh\nexec "$${ciliumDbgVariable}" "$@"\n`);
    chmodSync(file, 0o755);
  }
  return commands;
}
