/** Prints a time as Go's `time.RFC3339` does in UTC, whole seconds: `2026-03-01T12:00:05Z`. */
export function formatGoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
