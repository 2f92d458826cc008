import { createContext, useContext } from 'react';

/** The lesson that a simulator stands in. */
export type LessonFrame = {
  /** `lesson 8 of 12`, or what stands for it. */
  place: string;
};

const context = createContext<LessonFrame | null>(null);

/** Puts a simulator into a lesson: its head becomes a part of that page. */
export const LessonFrameProvider = context.Provider;

/** Gives the lesson around a simulator; null where it is a page of its own. */
export function useLessonFrame(): LessonFrame | null {
  return useContext(context);
}
