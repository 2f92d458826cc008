'use client';

import { LessonFrameProvider } from '@/components/learn/simulator/lesson-frame';
import { simulators } from '@/components/learn/simulators';
import { buttonClass } from '@/components/ui/button';
import type { LessonView } from '@/lib/learn/lesson/view-schema';
import { OutputView } from './output-view';
import { simulatorPages } from './simulators';

/** What stands beside a card's text: a simulator, an agent's output, or the way to a page. */
export function ViewPanel({ view }: { view: LessonView }) {
  if ('simulator' in view) {
    const Simulator = simulatorPages[view.simulator];
    if (Simulator === undefined) {
      const { href, title } = simulators[view.simulator];
      return (
        <PageWay href={`${href}?${new URLSearchParams(view.link)}`} words={`Open the simulator: ${title}`} />
      );
    }
    return (
      <LessonFrameProvider value={true}>
        <Simulator />
      </LessonFrameProvider>
    );
  }
  if ('output' in view) {
    return (
      <div className="p-4 desk:p-6">
        <OutputView command={view.output} match={view.match} />
      </div>
    );
  }
  return <PageWay href={view.page} words={view.words} />;
}

function PageWay({ href, words }: { href: string; words: string }) {
  return (
    <div className="p-4 desk:p-6">
      <a href={href} target="_blank" rel="noopener" className={buttonClass()}>
        {words}
      </a>
      <p className="pt-1.5 text-small text-muted">It opens in a tab of its own; the lesson stays here.</p>
    </div>
  );
}
