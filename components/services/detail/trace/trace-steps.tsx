import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '@/components/ui/button';

type TraceStepsProps = { count: number; hop: number; title: string; onHop: (hop: number) => void };

/** Walks through the hops one at a time; what happens is said aloud. */
export function TraceSteps({ count, hop, title, onHop }: TraceStepsProps) {
  return (
    <div className="flex items-center gap-2 border-y border-line py-1">
      <IconButton
        label="Previous hop (←)"
        disabled={hop === 0}
        onClick={() => onHop(hop - 1)}
        className="disabled:opacity-40"
      >
        <ChevronLeft aria-hidden size={16} />
      </IconButton>
      <span className="text-small whitespace-nowrap text-muted">
        hop {hop + 1} of {count}
      </span>
      <IconButton
        label="Next hop (→)"
        disabled={hop === count - 1}
        onClick={() => onHop(hop + 1)}
        className="disabled:opacity-40"
      >
        <ChevronRight aria-hidden size={16} />
      </IconButton>
      <span aria-live="polite" className="min-w-0 flex-1 truncate font-medium max-[80rem]:sr-only">
        {title}
      </span>
    </div>
  );
}
