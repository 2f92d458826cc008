import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { SimulatorId } from '../simulator/simulator-id';

/** A page of the product, by its name among the product's paths. */
export type WordPage = 'overview' | 'services' | 'agreement' | 'status' | 'settings' | 'change' | 'audit';

/** Where a word is met in the product. */
export type WordLink =
  { to: 'field'; id: FieldId } | { to: 'simulator'; id: SimulatorId } | { to: 'page'; id: WordPage };

/** A word of the glossary. */
export type GlossaryWord = {
  /** Stands in links: stable, lower case, with hyphens. */
  id: string;
  word: string;
  /** Other names of the same. */
  also: readonly string[];
  /** Two or three sentences. */
  text: string;
  /** Ids of words to read next. */
  see: readonly string[];
  links: readonly WordLink[];
};
