import type { Problem } from './source-view';

/** A lesson that a ConfigMap holds, as it stands there: whoever reads it checks it. */
export type LessonText = { namespace: string; configMap: string; key: string; text: string };

/** `GET /api/v1/lessons`: the lessons of the cluster's ConfigMaps. */
export type LessonTexts = {
  items: LessonText[];
  /** How many more there are than are shown. */
  left: number;
  /** Why they could not be read, of one namespace at least; null where they were. */
  problem: Problem | null;
};
