'use client';

import { LessonFrameProvider } from '@/components/learn/simulator/lesson-frame';
import { buttonClass } from '@/components/ui/button';
import type { LessonView } from '@/lib/learn/lesson/view-schema';
import { OutputView } from './output-view';
import { simulatorPages } from './simulators';

/** What stands beside a card's text: a simulator, an agent's output, or the way to a page. */
export function ViewPanel({ view, place }: { view: LessonView; place: string }) {
  if ('simulator' in view) {
    const simulator = simulatorPages[view.simulator];
    if (simulator === undefined) {
      return <p className="p-4 text-muted desk:p-6">This version has no simulator {view.simulator}.</p>;
    }
    return (
      <LessonFrameProvider value={{ place }}>
        <simulator.Page />
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
  return (
    <div className="p-4 desk:p-6">
      <a href={view.page} target="_blank" rel="noopener" className={buttonClass()}>
        {view.words}
      </a>
      <p className="pt-1.5 text-small text-muted">It opens in a tab of its own; the lesson stays here.</p>
    </div>
  );
}
