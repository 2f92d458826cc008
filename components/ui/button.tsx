import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type ButtonLook = {
  kind?: 'plain' | 'primary' | 'quiet';
  size?: 'body' | 'small';
};

const kinds = {
  plain: 'border-line-strong bg-surface hover:border-faint',
  primary: 'border-accent bg-accent text-surface hover:brightness-110',
  quiet: 'border-transparent text-muted hover:bg-row-hover hover:text-text',
};

const sizes = {
  body: 'h-7.5 px-2.75 text-body',
  small: 'h-6.5 px-2 text-small',
};

/** Gives the classes of a button, for a link that looks like one. */
export function buttonClass({ kind = 'plain', size = 'body' }: ButtonLook = {}): string {
  return clsx(
    'target inline-flex items-center justify-center gap-1.75 rounded-control border font-medium whitespace-nowrap',
    'transition-colors duration-120 disabled:opacity-50',
    kinds[kind],
    sizes[size],
  );
}

/** A button of 30 pixels, or 26 where `size` is small. At most one `primary` in a panel. */
export function Button({ kind, size, className, ...rest }: ComponentProps<'button'> & ButtonLook) {
  return <button type="button" {...rest} className={clsx(buttonClass({ kind, size }), className)} />;
}

/** A square button that holds an icon; `label` is its name and its tooltip. */
export function IconButton({ label, className, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        'target grid size-8 flex-none place-items-center rounded-control text-muted transition-colors duration-120',
        'hover:bg-row-hover hover:text-text',
        className,
      )}
    />
  );
}
