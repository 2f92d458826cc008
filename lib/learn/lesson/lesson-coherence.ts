import type { z } from 'zod';
import type { Judge } from './judge-schema';
import type { LessonView } from './view-schema';

/** What of a lesson bears on whether its parts fit each other. */
type LessonParts = {
  task: { view?: LessonView | undefined; goals: readonly { judge: Judge }[] };
};

/** Refuses a lesson whose parts are sound each, and cannot be shown or met together. */
export function refuseIncoherent({ task }: LessonParts, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  task.goals.forEach(({ judge }, index) => {
    const problem = mismatch(judge, task.view);
    if (problem !== null) refuse(['task', 'goals', index, 'judge', 'simulator'], problem);
  });
}

/** Why a goal on a simulator cannot be met: what is judged is the simulator beside the task, and no other is there. */
function mismatch(judge: Judge, view: LessonView | undefined): string | null {
  if (judge.on !== 'simulator' && judge.on !== 'fact-answer') return null;
  const shown = view !== undefined && 'simulator' in view ? view.simulator : null;
  if (shown === judge.simulator) return null;
  // An answer can be read on the simulator's own page, too: it is compared with what is so under the judge's link.
  if (judge.on === 'fact-answer' && view !== undefined && 'page' in view) return null;
  const instead = shown === null ? 'shows no simulator' : `shows the simulator ${shown}`;
  return `It asks for the simulator ${judge.simulator}, and the task’s view ${instead}.`;
}
