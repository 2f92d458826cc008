'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ViewChoices, type ViewChoicesProps } from './view-choices';

/** On a phone, the head's menus in one sheet that comes up from below. */
export function PhoneView(props: ViewChoicesProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden size={14} strokeWidth={1.6} />
        View
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="View" form="sheet">
        <ViewChoices {...props} />
      </Dialog>
    </>
  );
}
