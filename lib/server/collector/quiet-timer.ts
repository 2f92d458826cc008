/** Calls back once nobody stirred for a while, or at the latest after three times that. */
export class QuietTimer {
  private timer: NodeJS.Timeout | undefined;
  private atLatestMs = 0;
  private readonly quietMs: number;
  private readonly onQuiet: () => void;

  constructor(quietMs: number, onQuiet: () => void) {
    this.quietMs = quietMs;
    this.onQuiet = onQuiet;
  }

  stir(): void {
    const nowMs = Date.now();
    if (this.timer === undefined) this.atLatestMs = nowMs + 3 * this.quietMs;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.onQuiet();
      },
      Math.max(0, Math.min(this.quietMs, this.atLatestMs - nowMs)),
    );
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
