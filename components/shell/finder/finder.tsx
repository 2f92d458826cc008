'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { findMatches } from './find-item';
import { useFindItems } from './use-find-items';

type FinderProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** ⌘K: finds a Service, an address, a node, a field, a page, a simulator or a word, and goes there. */
export function Finder({ open, onOpenChange }: FinderProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden rounded-control border border-line-strong bg-surface max-desk:top-3"
        >
          <Dialog.Title className="sr-only">Find</Dialog.Title>
          <FinderBody onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function FinderBody({ onDone }: { onDone: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const items = useFindItems(true);
  const searched = useDeferredValue(query);
  const matches = findMatches(items, searched);
  const rootRef = useFirstSelected(
    searched,
    [...matches.values()]
      .flat()
      .map(({ id }) => id)
      .join('\n'),
  );

  return (
    <Command ref={rootRef} label="Find" shouldFilter={false} loop>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden size={16} strokeWidth={1.6} className="flex-none text-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="A service, label, IP:port, pod, node, field"
          className="h-12 min-w-0 flex-1 bg-transparent text-lead outline-none placeholder:text-faint"
        />
        <Kbd>esc</Kbd>
      </div>
      <Command.List
        tabIndex={-1}
        className="max-h-[min(26rem,64vh)] scroll-py-2 overflow-y-auto p-2 outline-none"
      >
        <Command.Empty className="px-2 py-6 text-center text-muted">
          Nothing here is called that. Try an address, a Service, or a part of a node&rsquo;s name.
        </Command.Empty>
        {[...matches].map(([group, found]) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:label [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1"
          >
            {found.map(({ id, title, aside, href }) => (
              <Command.Item
                key={id}
                value={id}
                onSelect={() => {
                  onDone();
                  router.push(href);
                }}
                className="flex h-8 cursor-pointer items-baseline gap-3 rounded-row px-2 pt-1.5 data-[selected=true]:bg-accent-soft max-desk:h-11 max-desk:pt-3"
              >
                <span
                  className={
                    group === 'Addresses' || group === 'Nodes' ? 'mono truncate' : 'truncate font-medium'
                  }
                >
                  {title}
                </span>
                <span className="truncate text-small text-muted">{aside}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

/**
 * Keeps a result selected, so that Enter always leads somewhere: the first one after each change of the query, and
 * where the selected one has left the list. cmdk does so only if that was the last of those that left. It is told
 * with the key it knows rather than with `value`, which would leave `aria-activedescendant` behind.
 */
function useFirstSelected(searched: string, shownIds: string) {
  const rootRef = useRef<HTMLDivElement>(null);
  const selectedFor = useRef<string>(null);
  useLayoutEffect(() => {
    const root = rootRef.current;
    if (root === null) return;
    const kept = root.querySelector('[cmdk-item][aria-selected="true"]') !== null;
    if (selectedFor.current === searched && kept) return;
    selectedFor.current = searched;
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
  }, [searched, shownIds]);
  return rootRef;
}
