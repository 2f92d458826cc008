import { clsx } from 'clsx';

/** How a line of an agent’s output looks: chosen, under the pointer, or as it is. */
export function lineLook({ known, selected }: { known: boolean; selected: boolean }): string {
  return clsx(
    known ? 'cursor-pointer' : 'cursor-default',
    selected
      ? 'bg-accent-soft text-accent-text before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent'
      : known && 'hover:bg-row-hover',
  );
}

/** How the value on it looks. */
export function valueLook(selected: boolean): string {
  return selected
    ? 'font-medium'
    : 'decoration-1 underline-offset-4 group-hover:underline group-hover:decoration-dotted';
}
