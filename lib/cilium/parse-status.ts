import type { AgentStatus } from './agent-status';
import { isJSON } from './output-shape';
import { parseStatusJSON } from './status-json';
import { parseStatusText } from './status-text';

/**
 * Reads what `cilium status` printed: `-o json`, `--verbose` or short text (v1.0 to main); the shape decides which.
 * Takes the text or its UTF-8 bytes. Never throws; takes linear time.
 */
export function parseStatus(output: string | Uint8Array): AgentStatus {
  const text = typeof output === 'string' ? output : new TextDecoder().decode(output);
  return isJSON(text) ? parseStatusJSON(text) : parseStatusText(text);
}
