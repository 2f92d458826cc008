'use client';

import { ChevronLeft, ChevronRight, ListOrdered, MousePointer2, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button, IconButton, buttonClass } from '@/components/ui/button';
import { MenuMark, menuChoiceClass } from '@/components/ui/menu';

type PresenterBarProps = {
  names: readonly string[];
  /** From 1; 0 is the whole page. */
  part: number;
  hasPointer: boolean;
  onPart: (part: number) => void;
  onMove: (by: 1 | -1) => void;
  onPointer: () => void;
  onEnd: () => void;
};

/** Below the page in the presenter view: which part is shown, the list of them, the pointer. */
export function PresenterBar({
  names,
  part,
  hasPointer,
  onPart,
  onMove,
  onPointer,
  onEnd,
}: PresenterBarProps) {
  const shown = part === 0 ? 'The whole page' : (names[part - 1] ?? '');
  return (
    <section
      aria-label="Presenter"
      className="fixed right-0 bottom-0 left-(--rail) z-20 flex h-(--presenter-bar) items-center gap-2 border-t border-line bg-bg px-4 max-desk:hidden"
    >
      <IconButton label="Part before (Page Up)" disabled={names.length === 0} onClick={() => onMove(-1)}>
        <ChevronLeft aria-hidden size={18} strokeWidth={1.7} />
      </IconButton>
      <IconButton label="Next part (Page Down)" disabled={names.length === 0} onClick={() => onMove(1)}>
        <ChevronRight aria-hidden size={18} strokeWidth={1.7} />
      </IconButton>
      <p role="status" className="min-w-0 flex-1 truncate">
        <span className="font-semibold">{shown}</span>
        <span className="ml-3 text-muted">
          {names.length === 0
            ? 'no parts to show alone'
            : part === 0
              ? `${names.length} parts`
              : `part ${part} of ${names.length}`}
        </span>
      </p>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger disabled={names.length === 0} className={buttonClass({ size: 'small' })}>
          <ListOrdered aria-hidden size={15} strokeWidth={1.6} />
          Parts
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-h-[70vh] min-w-64 overflow-y-auto rounded-control border border-line-strong bg-raised p-1"
          >
            <DropdownMenu.RadioGroup value={String(part)} onValueChange={(value) => onPart(Number(value))}>
              {['The whole page', ...names].map((name, index) => (
                <DropdownMenu.RadioItem key={index} value={String(index)} className={menuChoiceClass}>
                  <MenuMark />
                  <span className="w-5 flex-none text-right text-muted">{index === 0 ? '' : index}</span>
                  {name}
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Button size="small" aria-pressed={hasPointer} title="L, tapped or held" onClick={onPointer}>
        <MousePointer2 aria-hidden size={15} strokeWidth={1.6} />
        {hasPointer ? 'Pointer off' : 'Pointer'}
      </Button>
      <IconButton label="End presenting (Shift P)" onClick={onEnd}>
        <X aria-hidden size={16} strokeWidth={1.6} />
      </IconButton>
    </section>
  );
}
