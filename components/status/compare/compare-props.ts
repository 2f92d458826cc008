import type { FieldId } from '@/lib/cilium/fields/field-id';

/** What both comparisons are told by the page: what is chosen, and where a choice goes. */
export type CompareProps = {
  only: 'all' | 'differing';
  selected: string;
  onOnly: (only: 'all' | 'differing') => void;
  onSelect: (field: FieldId, by: 'pointer' | 'keyboard') => void;
};
