import { z } from 'zod';
import { ownPath } from './own-path';
import { simulatorIds } from '../simulator/simulator-id';

/** A simulator's part of a URL: what it begins with. */
export const linkSchema = z
  .record(z.string().regex(/^[a-z0-9-]{1,24}$/i), z.string().max(400))
  .refine((link) => Object.keys(link).length <= 20, 'at most 20 values')
  .refine((link) => !('lesson' in link) && !('card' in link), 'lesson and card belong to the lesson');

const simulatorView = z.strictObject({ simulator: z.enum(simulatorIds), link: linkSchema.default({}) });

/** What an agent of the cluster prints, asked for when the card is read; with `match`, the lines that hold one of the words. */
const outputView = z.strictObject({
  output: z.enum(['status', 'service-list']),
  match: z.array(z.string().min(1).max(60)).max(8).default([]),
});

/** A page of the product, to be opened beside the lesson. */
const pageView = z.strictObject({
  page: z
    .string()
    .max(300)
    .refine((path) => ownPath(path) !== null, 'a path of this product, as /services'),
  words: z.string().min(1).max(80),
});

/** What stands beside a card's text. */
export const viewSchema = z.union([simulatorView, outputView, pageView]);
/** What stands beside a card’s text, as a lesson’s file holds it. */
export type LessonView = z.infer<typeof viewSchema>;

/** What stands beside the text, and not behind a link. */
export type SideView = Exclude<LessonView, { page: string }>;
