import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { FrontendTemplate } from '../expected-frontends/frontends-of-service';

/** In which order backends were first seen: agents up to v1.17 list them by the IDs they gave them then. */
export class BackendArrivals {
  readonly #arrivals = new Map<string, number>();

  /** The frontend with its backends in the order in which an agent of a version lists them. */
  ordered(template: FrontendTemplate, version: Release): FrontendTemplate {
    if (atLeast(version, 18)) return template;
    const candidates = template.candidates
      .map((candidate) => ({ candidate, order: this.#arrival(candidate.backend.ip, candidate.backend.port) }))
      .sort((a, b) => a.order - b.order)
      .map(({ candidate }) => candidate);
    return { ...template, candidates };
  }

  #arrival(ip: string, port: number): number {
    const key = `${ip} ${port}`;
    const known = this.#arrivals.get(key) ?? this.#arrivals.size;
    this.#arrivals.set(key, known);
    return known;
  }
}
