/** What every export says of itself: of what, by what, when. */
export type ExportHead = {
  /** `KPR Explorer 0.1.0`. */
  product: string;
  /** What a person calls the cluster: `Training cluster: article`. */
  source: string;
  /** When the export was made (RFC 3339, UTC). */
  exportedAt: string;
  /** What was left in, in words; null where nothing was left out. */
  filter: string | null;
  /** Whether names and addresses are placeholders. */
  masked: boolean;
};

/** Writes a time as `2026-01-31 08:14:02 UTC`. */
export function utcWords(timestamp: string): string {
  return timestamp.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
}
