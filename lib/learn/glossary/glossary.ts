import { agentWords } from './agent-words';
import { backendStateWords } from './backend-state-words';
import { changeWords } from './change-words';
import { datapathWords } from './datapath-words';
import { forwardingWords } from './forwarding-words';
import type { GlossaryWord } from './glossary-word';
import { kubeProxyWords } from './kube-proxy-words';
import { selectionWords } from './selection-words';
import { serviceWords } from './service-words';

const all = [
  ...serviceWords,
  ...backendStateWords,
  ...forwardingWords,
  ...selectionWords,
  ...datapathWords,
  ...kubeProxyWords,
  ...agentWords,
  ...changeWords,
] as const;

/** Names a word of the glossary. */
export type WordId = (typeof all)[number]['id'];

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Every word, in the order of the alphabet. */
export const glossary: readonly (GlossaryWord & { id: WordId })[] = all.toSorted((a, b) =>
  collator.compare(a.word, b.word),
);

const byId = new Map<string, GlossaryWord>(glossary.map((word) => [word.id, word]));

/** Gives the word with an id; undefined where there is none. */
export function wordOf(id: string): GlossaryWord | undefined {
  return byId.get(id);
}
