import type { AgentStatus } from '@/lib/cilium/agent-status';

/** Lines not understood that travel with a status, and how much of each: the raw output has them whole. */
const unparsedMax = 100;
const unparsedMaxChars = 500;

const controllerPath = 'controllers.items.';

/**
 * Gives what is kept of a status, and shown: of the controllers, of which a busy node has thousands, those that fail;
 * the counts tell of the others, and the raw output names them. It shares no text with what it was read from: a piece
 * of a string would hold the megabyte it was cut out of.
 */
export function keptStatus(status: AgentStatus): AgentStatus {
  const { controllers } = status;
  const unparsed = status.unparsed
    .slice(0, unparsedMax)
    .map((line) => ({ ...line, text: line.text.slice(0, unparsedMaxChars) }));
  if (controllers?.items === undefined) return structuredClone({ ...status, unparsed });
  const lines = Object.fromEntries(
    Object.entries(status.lines).filter(([path]) => !path.startsWith(controllerPath)),
  );
  let failing = 0;
  const items = controllers.items.filter((item, index) => {
    if (item.consecutiveFailures === 0) return false;
    const line = status.lines[`${controllerPath}${index}`];
    if (line !== undefined) lines[`${controllerPath}${failing}`] = line;
    failing += 1;
    return true;
  });
  return structuredClone({ ...status, controllers: { ...controllers, items }, lines, unparsed });
}
