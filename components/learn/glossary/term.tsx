'use client';

import type { WordId } from '@/lib/learn/glossary/glossary';
import { TermLink, type TermLinkProps } from './term-link';

/** A word of the field where a newcomer meets it: its meaning at hover and focus, the glossary behind it. */
export function Term(props: TermLinkProps & { id: WordId }) {
  return <TermLink {...props} />;
}
