import type { ConfigMapData } from './config-data';
import type { ConfigLayer } from './config-layers';
import { mergeLayers, ownValue } from './config-layers';
import type { Knob } from './knob';

/** What is known of the configuration an agent started with. */
export type AgentStartFacts = {
  /** When it started, in milliseconds since 1970; null: not known. */
  startedMs: number | null;
  /** The keys it found then; null: not known. */
  startedWith: ConfigMapData | null;
};

/** `maybe`: something was written since, and what stood there before is not known. */
export type ChangeSinceStart = 'same' | 'changed' | 'maybe';

/** When a layer last wrote a key, as far as it says so: that key's time, else that of the object. */
function writtenMs({ data, keyTimestamps, writtenTimestamp }: ConfigLayer, key: string): number {
  const timestamp = data[key] === undefined ? writtenTimestamp : (keyTimestamps[key] ?? writtenTimestamp);
  return Date.parse(timestamp ?? '');
}

/** Whether a knob has another value now than when the agent read its configuration. */
export function changeSinceStart(
  knob: Pick<Knob, 'key' | 'alias'>,
  layers: readonly ConfigLayer[],
  { startedMs, startedWith }: AgentStartFacts,
): ChangeSinceStart {
  if (startedWith !== null) {
    return ownValue(knob, startedWith)?.trim() === ownValue(knob, mergeLayers(layers))?.trim()
      ? 'same'
      : 'changed';
  }
  if (startedMs === null) return 'maybe';
  // A time that is not known (NaN) is not before the start.
  return layers.every((layer) => writtenMs(layer, knob.key) <= startedMs) ? 'same' : 'maybe';
}

/** When the value of a knob was last written, as RFC 3339; null where no object says so. */
export function lastWritten({ key }: Pick<Knob, 'key'>, layers: readonly ConfigLayer[]): string | null {
  const times = layers.map((layer) => writtenMs(layer, key)).filter((ms) => !Number.isNaN(ms));
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
