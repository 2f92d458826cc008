type Step = () => Promise<unknown> | unknown;

/** How long everything may take to end before the process ends without it. */
const deadlineMs = 5_000;
/** A terminal sends Ctrl-C to the whole process group, and npm passes it on: the same press arrives twice. */
const samePressMs = 1_000;

const parentCheckIntervalMs = 1_000;

/**
 * npm, and our own wrapper on an old Node, stand between us and whoever ends us. When they are killed the signal does
 * not always arrive (npm's shell keeps it for itself), but we get another parent.
 */
function onParentGone(tell: () => void): void {
  if (!process.env.npm_lifecycle_event && !process.env.KPR_EXPLORER_WRAPPED) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, parentCheckIntervalMs);
  timer.unref();
}

/** Ends the process on SIGINT, SIGTERM and SIGHUP, and when npm is gone: runs the steps in the order they were added. A second signal does not wait. */
export function onShutdown(): { add: (step: Step) => void } {
  const steps: Step[] = [];
  let askedTimestampMs: number | null = null;

  async function end(): Promise<void> {
    // A step that fails must not keep the others from being taken.
    for (const step of steps)
      await Promise.resolve()
        .then(step)
        .catch(() => {});
    process.exit(0);
  }

  function onSignal(): void {
    if (askedTimestampMs !== null) {
      if (Date.now() - askedTimestampMs > samePressMs) process.exit(1);
      return;
    }
    askedTimestampMs = Date.now();
    setTimeout(() => process.exit(1), deadlineMs).unref();
    void end();
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  onParentGone(onSignal);
  return { add: (step) => steps.push(step) };
}
