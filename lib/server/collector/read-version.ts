import type { AgentStatus } from '@/lib/cilium/agent-status';

const inStatus = /\b(\d+\.\d+\.\d+[^\s(]*)/;
const inImage = /:v?(\d+\.\d+\.\d+[^@\s]*)/;

/** Gives an agent's version, `1.13.4`, from its status; else from the tag of its image; else null. */
export function readVersion(status: AgentStatus | null, image: string | null): string | null {
  return inStatus.exec(status?.cilium?.msg ?? '')?.[1] ?? inImage.exec(image ?? '')?.[1] ?? null;
}
