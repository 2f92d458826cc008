import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { TextButton } from '@/components/ui/text-link';

type PictureStepsProps = {
  count: number;
  /** The hop in sight, from 0; null for all of them. */
  step: number | null;
  /** What happens at that hop. */
  words: string | null;
  onWalk: (by: 1 | -1) => void;
  onAll: () => void;
};

/** Walks through the hops of a picture, one at a time. */
export function PictureSteps({ count, step, words, onWalk, onAll }: PictureStepsProps) {
  return (
    <span className="ml-auto inline-flex flex-wrap items-center gap-x-1">
      <span aria-live="polite" className="pr-1 text-muted">
        {words}
      </span>
      {step !== null && (
        <TextButton className="px-1 text-label" onClick={onAll}>
          All
        </TextButton>
      )}
      <IconButton label="Previous step (←)" className="desk:size-6" onClick={() => onWalk(-1)}>
        <ChevronLeft aria-hidden size={14} />
      </IconButton>
      <span className="min-w-8 text-center">
        {step === null ? `${count} steps` : `${step + 1} of ${count}`}
      </span>
      <IconButton label="Next step (→)" className="desk:size-6" onClick={() => onWalk(1)}>
        <ChevronRight aria-hidden size={14} />
      </IconButton>
    </span>
  );
}
