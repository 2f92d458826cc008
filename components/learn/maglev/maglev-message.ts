import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';

/** What the page asks of the worker: tables, and then what each size would move. A later number makes earlier ones moot. */
export type MaglevQuestion = { id: number; parameters: MaglevParameters };

/** What the worker answers: the tables first, then a size at a time. */
export type MaglevReply =
  | { kind: 'answer'; id: number; answer: MaglevAnswer }
  | { kind: 'size'; id: number; size: number; needlessPercent: number | null };
