import type { Feature } from '../kube-proxy-replacement';

/** Three states where Cilium has them, or a value of its own. */
export type FieldState = 'on' | 'off' | 'value' | 'not-reported';

/** What an agent says for a field; `text` is as printed, and empty when it says nothing. */
export type FieldValue = { state: FieldState; text: string };

export const notReported: FieldValue = { state: 'not-reported', text: '' };

/** The value of a switch: on, off, or not reported by this agent. */
export function ofFeature(feature: Feature | undefined): FieldValue {
  if (feature === undefined) return notReported;
  return feature.enabled ? { state: 'on', text: 'Enabled' } : { state: 'off', text: 'Disabled' };
}

/** The value of a field that is a word or a number of its own. */
export function ofText(text: string | undefined): FieldValue {
  return text === undefined || text === '' ? notReported : { state: 'value', text };
}
