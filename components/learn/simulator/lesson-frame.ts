import { createContext, useContext } from 'react';

const context = createContext(false);

/** Says that what stands in it is a part of a lesson's page, which has a head of its own. */
export const LessonFrameProvider = context.Provider;

/** True for a simulator that stands in a lesson. */
export function useIsInLesson(): boolean {
  return useContext(context);
}
