import { StatusError } from './status-error';
import type { AgentFault, ApiFault } from './fault-control';

const reasons: Record<ApiFault['code'], [reason: string, message: string]> = {
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'forbidden: an admission webhook or policy denied the request'],
  404: ['NotFound', 'the server could not find the requested resource'],
  429: ['TooManyRequests', 'the server has received too many requests and has asked us to try again later'],
  500: ['InternalError', 'Internal error occurred: etcdserver: request timed out'],
  503: ['ServiceUnavailable', 'the server is currently unable to handle the request'],
  504: ['Timeout', 'Timeout: request did not complete within the allotted timeout'],
};

/** The faults that are set at present. */
export class FaultTable {
  readonly #agents = new Map<string, AgentFault>();
  #api: { fault: ApiFault; left: number }[] = [];

  setAgent(nodeOrPod: string, fault: AgentFault | null): void {
    if (fault) this.#agents.set(nodeOrPod, fault);
    else this.#agents.delete(nodeOrPod);
  }

  agentFault(podName: string, nodeName: string | undefined): AgentFault | undefined {
    return this.#agents.get(podName) ?? (nodeName ? this.#agents.get(nodeName) : undefined);
  }

  addApi(fault: ApiFault): () => void {
    const entry = { fault, left: fault.times ?? Infinity };
    this.#api.push(entry);
    return () => {
      this.#api = this.#api.filter((other) => other !== entry);
    };
  }

  /** Throws the false answer that is due for a request, if any. */
  check(method: string, url: string): void {
    const hit = this.#api.find(
      ({ fault: { path, method: onMethod }, left }) =>
        left > 0 &&
        (onMethod === undefined || onMethod === method) &&
        (path === undefined || (typeof path === 'string' ? url.startsWith(path) : path.test(url))),
    );
    if (!hit) return;
    hit.left -= 1;
    const { code, retryAfterSeconds } = hit.fault;
    const [reason, message] = reasons[code];
    throw new StatusError(code, reason, message, {
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }

  clear(): void {
    this.#agents.clear();
    this.#api = [];
  }
}
