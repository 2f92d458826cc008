import { maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { maglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import { rulerMoves } from '@/lib/learn/maglev/ruler-moves';
import type { MaglevQuestion, MaglevReply } from './maglev-message';

/** The last question: work for an earlier one stops. */
let latest = 0;

addEventListener('message', (event: MessageEvent<MaglevQuestion>) => {
  latest = event.data.id;
  void answer(event.data);
});

async function answer({ id, parameters }: MaglevQuestion): Promise<void> {
  reply({ kind: 'answer', id, answer: maglevAnswer(parameters) });
  for (const size of maglevTableSizes) {
    // Lets the next question in: the largest sizes take a second.
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== latest) return;
    reply({ kind: 'size', id, size, needlessPercent: rulerMoves(parameters, size) });
  }
}

function reply(message: MaglevReply): void {
  postMessage(message);
}
