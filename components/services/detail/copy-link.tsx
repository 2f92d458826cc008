'use client';

import { CopyButton } from '@/components/ui/copy-button';

/** Copies the address of this view: filters, selection and all. */
export function CopyLink() {
  return (
    <span className="ml-auto">
      <CopyButton text={() => window.location.href} label="a link to this view" word="Link" />
    </span>
  );
}
