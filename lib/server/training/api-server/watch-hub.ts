import type { ServerResponse } from 'node:http';

/** The open watches, so that they can be cut or stalled together. */
export class WatchHub {
  readonly #open = new Set<ServerResponse>();
  readonly #heldBack = new Map<ServerResponse, string[]>();
  #stalled = false;

  get size(): number {
    return this.#open.size;
  }

  add(response: ServerResponse): void {
    this.#open.add(response);
    response.on('close', () => {
      this.#open.delete(response);
      this.#heldBack.delete(response);
    });
  }

  write(response: ServerResponse, line: string): void {
    // Its time is over and its connection not closed yet: the next watch begins where this one ended.
    if (response.writableEnded) return;
    if (!this.#stalled) {
      response.write(line);
      return;
    }
    const lines = this.#heldBack.get(response) ?? [];
    lines.push(line);
    this.#heldBack.set(response, lines);
  }

  stall(stalled: boolean): void {
    this.#stalled = stalled;
    if (stalled) return;
    for (const [response, lines] of this.#heldBack) {
      if (!response.writableEnded) response.write(lines.join(''));
    }
    this.#heldBack.clear();
  }

  /** Cuts the connections; how many there were. */
  drop(): number {
    const count = this.#open.size;
    for (const response of this.#open) response.socket?.destroy();
    return count;
  }
}
