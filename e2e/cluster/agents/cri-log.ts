/** Text as a container runtime writes it to a container's log: each line with its time and stream (the CRI format). */
export function criLog(text: string, nowMs: number): string {
  const time = new Date(nowMs).toISOString();
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => `${time} stderr F ${line}\n`).join('');
}
