import type { Predicted } from './prediction';

const wordPattern = /^([a-z]{1,16}):([a-z0-9]{1,16})$/;
const mostAnswers = 9;

/** Writes what was predicted for a link: `bytes:8,source:client`. */
export function formatPredicted(predicted: Predicted): string {
  return [...predicted].map(([id, said]) => `${id}:${said}`).join(',');
}

/** Reads it back; null where it is nothing of the kind. */
export function parsePredicted(text: string): Predicted | null {
  const parts = text.split(',');
  if (parts.length > mostAnswers) return null;
  const predicted = new Map<string, string>();
  for (const part of parts) {
    const [, id, said] = wordPattern.exec(part) ?? [];
    if (id === undefined || said === undefined || predicted.has(id)) return null;
    predicted.set(id, said);
  }
  return predicted;
}
