import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { AdviceFacts } from './advice-facts';
import type { AdviceFinding } from './advice-view';

/** One thing to know of a cluster. Where a fact it needs is not known it says nothing. */
export type AdviceRule = {
  id: string;
  title: string;
  field: FieldId;
  issue: number | null;
  /** null: nothing to say. */
  judge: (facts: AdviceFacts) => AdviceFinding | null;
};
