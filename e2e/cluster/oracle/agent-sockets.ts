import path from 'node:path';

/** Where a program finds an agent's sockets, ending as they do in a container. */
export function socketsIn(folder: string): { agent: string; health: string } {
  const run = path.join(folder, 'var/run/cilium');
  return { agent: path.join(run, 'cilium.sock'), health: path.join(run, 'health.sock') };
}

/** The environment that leads the program to an agent's sockets, and to no configuration file of the user. */
export function environmentIn(folder: string): Record<string, string> {
  const { agent, health } = socketsIn(folder);
  return { CILIUM_SOCK: agent, CILIUM_HEALTH_SOCK: health, HOME: folder };
}
