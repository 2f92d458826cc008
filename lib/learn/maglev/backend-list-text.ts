import { letters } from './letters';
import { defaultWeight, weightBounds, type WeighedBackend } from './maglev-backend';

/** Writes backends for a link by their letters, with a weight behind those that have one of their own: `ABC150D`. */
export function formatBackendList(backends: readonly WeighedBackend[]): string {
  return backends
    .map(({ index, weight }) => `${letters[index] ?? ''}${weight === defaultWeight ? '' : weight}`)
    .join('');
}

/** Reads it back; null where it is nothing of the kind, names one twice, or one that is not among `count`. */
export function parseBackendList(text: string, count: number): WeighedBackend[] | null {
  if (!/^(?:[A-Z]\d{0,5})+$/.test(text)) return null;
  const backends = [...text.matchAll(/([A-Z])(\d*)/g)].map(([, letter = '', weight = '']) => ({
    index: letters.indexOf(letter),
    weight: weight === '' ? defaultWeight : Number(weight),
  }));
  const isKnown = backends.every(
    ({ index, weight }) => index < count && weight >= weightBounds.min && weight <= weightBounds.max,
  );
  if (!isKnown || new Set(backends.map(({ index }) => index)).size !== backends.length) return null;
  return backends.sort((a, b) => a.index - b.index);
}
