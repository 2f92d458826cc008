import { spawn } from 'node:child_process';

/** Ends programs and removes their folder when this process is gone, however it went. */
export type OrphanGuard = {
  /** Takes a program into its care. */
  watch(pid: number): void;
  /** Nothing is left to guard. */
  dismiss(): void;
};

/**
 * The guard is a shell that reads process ids from a pipe we hold. The system closes the pipe when we end, also on
 * SIGKILL, which no handler of ours would see; then the shell ends what it has read and removes the folder.
 */
const script = `
pids=
while read -r line; do
  if [ "$line" = dismissed ]; then exit 0; fi
  pids="$pids $line"
done
kill -KILL $pids 2>/dev/null
rm -rf "$1" 2>/dev/null || { sleep 1; rm -rf "$1"; }
`;

/** Starts a guard over a folder. */
export function startOrphanGuard(folder: string): OrphanGuard {
  // In a process group of its own: Ctrl-C on the terminal is for us, who then stop everything in order.
  const child = spawn('sh', ['-c', script, 'sh', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // A guard that is already gone has nothing to be told.
  child.stdin.on('error', () => {});
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return {
    watch: (pid) => void child.stdin.write(`${pid}\n`),
    dismiss: () => void child.stdin.end('dismissed\n'),
  };
}
