import { LearnTabs } from '@/components/learn/index/learn-tabs';
import { PageHead } from '@/components/shell/page-head';
import { lessonsAbout } from '@/lib/learn/lesson/lessons-about';
import { glossary, wordOf } from '@/lib/learn/glossary/glossary';
import { GlossaryList, type GlossaryEntry } from './glossary-list';
import { lessonPlace, wordPlace } from './word-link';

/** The names of fields come from long explanations: what the list needs of them is taken out here, on the server. */
const entries: readonly GlossaryEntry[] = glossary.map(({ see, links, ...word }) => ({
  ...word,
  see: see.flatMap((id) => {
    const other = wordOf(id);
    return other === undefined ? [] : [{ id, word: other.word }];
  }),
  places: [...links.map(wordPlace), ...lessonsAbout(word.id).map(lessonPlace)],
}));

/** The words of the field, each in two or three sentences, with where to meet it. */
export function GlossaryPage() {
  return (
    <>
      <PageHead title="Glossary" />
      <p className="-mt-1.5 px-4 pb-2 text-pretty text-muted desk:px-6">
        The words that Cilium, Kubernetes and this product use, as they are meant here.
      </p>
      <LearnTabs current="glossary" />
      <GlossaryList entries={entries} />
    </>
  );
}
