'use client';

import { LessonFrameProvider } from '@/components/learn/simulator/lesson-frame';
import type { SideView } from '@/lib/learn/lesson/view-schema';
import { OutputView } from './output-view';
import { simulatorPages } from './simulators';

/** What stands beside a card's text: a simulator, or an agent's output. */
export function ViewPanel({ view }: { view: SideView }) {
  if ('simulator' in view) {
    const Simulator = simulatorPages[view.simulator];
    return (
      <LessonFrameProvider value={true}>
        <Simulator />
      </LessonFrameProvider>
    );
  }
  return (
    <div className="p-4 desk:p-6">
      <OutputView command={view.output} match={view.match} />
    </div>
  );
}
