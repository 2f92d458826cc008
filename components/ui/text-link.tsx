import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

const look =
  'font-medium text-accent-text underline-offset-3 hover:underline max-desk:inline-flex max-desk:min-h-11 max-desk:items-center';

/** A link inside the product, in words. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={clsx(look, className)} />;
}

/** An action that reads as a link: `Ask again`. */
export function TextButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={clsx(look, className)} />;
}
