'use client';

import { clsx } from 'clsx';
import { Check, ChevronDown, Download } from 'lucide-react';
import { Checkbox, Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { ExportError } from './export-error';
import { useMaskChoice } from './mask-choice';

/** One way to take something away. */
export type ExportChoice = {
  word: string;
  /** What one gets, in a few words. */
  about: string;
  /** Does it, and gives what was done in words; throws ExportError with what to do instead. */
  run: (masked: boolean) => Promise<string>;
};

type Outcome = { kind: 'none' } | { kind: 'busy'; word: string } | { kind: 'done' | 'failed'; text: string };

type ExportMenuProps = {
  /** What is exported, for the menu's name: `the Services`. */
  of: string;
  choices: readonly ExportChoice[];
  /** `button` in the head of a page, `link` in a row. */
  form?: 'button' | 'link';
};

/** What can be taken away, and whether with placeholders; it stays open to say what came of it. */
export function ExportMenu({ of, choices, form = 'button' }: ExportMenuProps) {
  const [masked, setMasked] = useMaskChoice();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const maskId = useId();
  const busy = outcome.kind === 'busy';

  async function run(choice: ExportChoice) {
    setOutcome({ kind: 'busy', word: choice.word });
    try {
      setOutcome({ kind: 'done', text: await choice.run(masked) });
    } catch (error) {
      const text = error instanceof ExportError ? error.message : `The export failed: ${String(error)}`;
      setOutcome({ kind: 'failed', text });
    }
  }

  return (
    <Popover.Root onOpenChange={(open) => open && !busy && setOutcome({ kind: 'none' })}>
      <Popover.Trigger
        aria-label={`Export ${of}`}
        className={
          form === 'button'
            ? buttonClass({ size: 'small' })
            : 'target inline-flex items-center gap-1 font-medium text-accent-text underline-offset-3 hover:underline'
        }
      >
        <Download aria-hidden size={form === 'button' ? 14 : 13} strokeWidth={1.6} />
        Export
        {form === 'button' && <ChevronDown aria-hidden size={14} strokeWidth={1.6} className="text-faint" />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align={form === 'button' ? 'end' : 'start'}
          sideOffset={4}
          collisionPadding={8}
          aria-label={`Export ${of}`}
          className="z-50 w-[min(19rem,calc(100vw-1rem))] rounded-control border border-line-strong bg-raised p-1 text-small"
        >
          <ul>
            {choices.map((choice) => (
              <li key={choice.word}>
                <button
                  type="button"
                  aria-disabled={busy}
                  onClick={() => {
                    if (!busy) void run(choice);
                  }}
                  className={clsx(
                    'flex w-full items-baseline gap-3 rounded-row px-2 py-1 text-left hover:bg-row-hover max-desk:min-h-11 max-desk:items-center',
                    busy && 'cursor-progress',
                  )}
                >
                  <span className="w-24 flex-none font-medium">{choice.word}</span>
                  <span className="min-w-0 flex-1 text-muted">{choice.about}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className="mt-1 flex items-start gap-2 border-t border-line px-2 pt-2 pb-1.5 max-desk:min-h-11 max-desk:items-center">
            <Checkbox.Root
              id={maskId}
              checked={masked}
              onCheckedChange={(next) => setMasked(next === true)}
              className="mt-0.75 grid size-3.5 flex-none place-items-center rounded-[3px] border border-line-strong bg-surface text-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent max-desk:mt-0"
            >
              <Checkbox.Indicator>
                <Check aria-hidden size={12} strokeWidth={2.4} />
              </Checkbox.Indicator>
            </Checkbox.Root>
            <label htmlFor={maskId} className="min-w-0 flex-1">
              Mask addresses and names
              <span className="block text-label font-normal text-muted">
                Placeholders, the same for the same everywhere. Ports, protocols and states stay.
              </span>
            </label>
          </div>
          <p
            role="status"
            className={clsx(
              'px-2 wrap-anywhere',
              outcome.kind !== 'none' && 'border-t border-line py-1.5',
              outcome.kind === 'failed' ? 'font-medium text-bad' : 'text-muted',
            )}
          >
            {outcome.kind === 'busy' && `${outcome.word}: at it.`}
            {(outcome.kind === 'done' || outcome.kind === 'failed') && outcome.text}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
