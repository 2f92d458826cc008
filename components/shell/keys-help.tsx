import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

type KeyLine = { keys: string[]; what: string };

const sections: { title: string; lines: KeyLine[] }[] = [
  {
    title: 'Everywhere',
    lines: [
      { keys: ['⌘K', 'Ctrl K'], what: 'find a service, an address, a node, a field' },
      { keys: ['?'], what: 'this list' },
      { keys: ['Esc'], what: 'close what is open' },
    ],
  },
  {
    title: 'Services',
    lines: [
      { keys: ['/'], what: 'filter' },
      { keys: ['J', 'K'], what: 'next and previous row; the arrows too' },
      { keys: ['←', '→'], what: 'from a frontend of the map to its backends, and back' },
      { keys: ['Home', 'End'], what: 'the first row, and the last' },
      { keys: ['Tab'], what: 'from a row to the node addresses it folds' },
      { keys: ['↵'], what: 'open the row' },
      { keys: ['C'], what: 'copy the row as the agent printed it' },
      { keys: ['M'], what: 'map or table' },
      { keys: ['+', '−'], what: 'draw more of each Service of the map, or less' },
      { keys: ['P'], what: 'only problems' },
    ],
  },
  {
    title: 'Simulators',
    lines: [
      { keys: ['Space'], what: 'play and pause' },
      { keys: ['←', '→'], what: 'step back and on' },
      { keys: ['Home', 'End'], what: 'the first step, and the last that may be seen' },
      { keys: ['1', '…', '9'], what: 'answer the question' },
    ],
  },
  {
    title: 'Guided tour',
    lines: [
      { keys: ['←', '→'], what: 'the stop before, and the next' },
      { keys: ['Esc'], what: 'end the tour' },
    ],
  },
  {
    title: 'Presenter view',
    lines: [
      { keys: ['Shift', 'P'], what: 'begin and end' },
      { keys: ['Page Down'], what: 'show the next part of the page alone; Page Up the one before' },
      { keys: ['L'], what: 'a pointer that follows the mouse: tap to keep it, or hold' },
      { keys: ['Esc'], what: 'the whole page' },
    ],
  },
  {
    title: 'Glossary',
    lines: [
      { keys: ['/'], what: 'find a word' },
      { keys: ['↑', '↓'], what: 'from word to word' },
    ],
  },
  {
    title: 'Status, Node and Raw',
    lines: [
      { keys: ['[', ']'], what: 'previous and next node' },
      { keys: ['←', '→'], what: 'walk through the picture that has the focus' },
    ],
  },
];

type KeysHelpProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** What can be done from the keyboard. */
export function KeysHelp({ open, onOpenChange }: KeysHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      {sections.map(({ title, lines }) => (
        <section key={title} className="mt-4 first:mt-0">
          <h3 className="font-semibold">{title}</h3>
          <dl className="mt-1 grid grid-cols-[7rem_1fr] gap-y-1.5">
            {lines.map(({ keys, what }) => (
              <div key={what} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd className="text-muted">{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
