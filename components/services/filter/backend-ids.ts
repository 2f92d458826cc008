import type { FrontendView } from '@/lib/snapshot/frontend-view';

/** Numbers tried beyond what is in use before they are given anew: pods come and go as long as a page is open. */
const spareFactor = 4;

/**
 * Gives each backend address a small number, the same under every frontend, so that different addresses are counted
 * without comparing texts. A row that did not change keeps its numbers.
 */
export class BackendIds {
  #ids = new Map<string, number>();
  #rows = new WeakMap<FrontendView, Uint32Array>();

  /** The numbers of a frontend's backends, in their order. */
  of(frontend: FrontendView): Uint32Array {
    let row = this.#rows.get(frontend);
    if (row === undefined) {
      row = Uint32Array.from(frontend.backends, ({ ip, port, protocol }) =>
        this.#idOf(`${ip} ${port} ${protocol ?? ''}`),
      );
      this.#rows.set(frontend, row);
    }
    return row;
  }

  /** Every number given is below it. */
  get size(): number {
    return this.#ids.size;
  }

  /** Gives numbers anew where most of those given belong to addresses that are gone. */
  compact(slots: number): void {
    if (this.#ids.size <= spareFactor * (slots + 1_000)) return;
    this.#ids = new Map();
    this.#rows = new WeakMap();
  }

  #idOf(address: string): number {
    const known = this.#ids.get(address);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(address, id);
    return id;
  }
}
