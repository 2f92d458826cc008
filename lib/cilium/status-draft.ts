import type { AgentStatus } from './agent-status';
import type { KubeProxyReplacement } from './kube-proxy-replacement';
import { UnparsedLines } from './unparsed-lines';

/** A deeper value than this has no lines of its own. */
const maxDepth = 6;

/** An agent's status while it is being read, and the lines its values came from. */
export class StatusDraft {
  readonly status: AgentStatus;
  readonly unparsed = new UnparsedLines();

  constructor() {
    this.status = { sections: {}, lines: {}, unparsed: this.unparsed.lines };
  }

  /** Notes that the value at `path` came from `line`, and so did everything in it. */
  mark(path: string, line: number, value: unknown = null): void {
    this.#mark(path, line, value, 0);
  }

  /** Gives the block on the kube-proxy replacement, made where the output has not named its mode yet. */
  kubeProxyReplacement(): KubeProxyReplacement {
    this.status.kubeProxyReplacement ??= { mode: '', features: {} };
    return this.status.kubeProxyReplacement;
  }

  #mark(path: string, line: number, value: unknown, depth: number): void {
    this.status.lines[path] = line;
    if (typeof value !== 'object' || value === null || depth >= maxDepth) return;
    for (const [key, member] of Object.entries(value)) {
      if (member !== undefined) this.#mark(`${path}.${key}`, line, member, depth + 1);
    }
  }
}
