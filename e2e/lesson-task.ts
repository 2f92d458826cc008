import type { Page } from '@playwright/test';
import { lessons } from '@/lib/learn/lesson/lesson-list';
import { paths } from '@/lib/paths';
import { expect } from './fixtures';

/** The task of the lesson that is open. */
export const task = (page: Page) => page.getByRole('region', { name: 'Task' });
/** Its goal at hand, with what the judge says of it. */
export const verdict = (page: Page) => task(page).locator('form');
/** Gives the goal to the judge. */
export const check = (page: Page) => task(page).getByRole('button', { name: 'Check' }).click();
/** Waits until the task is done. */
export const done = (page: Page, title: string) =>
  expect(
    task(page)
      .getByRole('status')
      .filter({ hasText: `Done: ${title}` }),
  ).toBeVisible();

/** Types an answer and gives it to the judge. */
export async function answer(page: Page, text: string): Promise<void> {
  await task(page).getByRole('textbox').fill(text);
  await check(page);
}

/** Reads a lesson from its first card to its task. */
export async function readToTask(page: Page, id: string): Promise<void> {
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(id);
  await page.goto(paths.lesson(id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
  for (const [index, card] of lesson.cards.entries()) {
    await expect(page.getByRole('heading', { level: 2, name: card.title })).toBeVisible();
    const last = index === lesson.cards.length - 1;
    await page.getByRole('link', { name: last ? 'To the task' : 'Next', exact: true }).click();
  }
  await expect(page.getByRole('heading', { level: 2, name: lesson.task.title })).toBeVisible();
}
