/** One request that the API server answered, for whoever wants to know what a client did. */
export type LoggedRequest = {
  atMs: number;
  method: string;
  url: string;
  /** '' if the request was refused before it was known. */
  username: string;
  verb: string;
  code: number;
};

const kept = 2_000;

/** The latest requests, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > kept * 2) this.#requests = this.#requests.slice(-kept);
  }

  list(): readonly LoggedRequest[] {
    return this.#requests.slice(-kept);
  }
}
