import type { Problem } from './source-view';

/** Where a lesson stands: a value of a ConfigMap. */
export type LessonPlace = { namespace: string; configMap: string; key: string };

/** A lesson that a ConfigMap holds, as it stands there: whoever reads it checks it. */
export type LessonText = LessonPlace & { text: string };

/** `GET /api/v1/lessons`: the lessons of the cluster's ConfigMaps. */
export type LessonTexts = {
  items: LessonText[];
  /** Values that are larger than a lesson may be (64 KiB), and are not given. */
  tooLarge: LessonPlace[];
  /** How many more there are than are shown. */
  left: number;
  /** Why they could not be read, of one namespace at least; null where they were. */
  problem: Problem | null;
};
