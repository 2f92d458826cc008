import { exampleLesson } from '@/lib/learn/lesson/example-lesson';
import { lessonSchema } from '@/lib/learn/lesson/lesson-schema';
import { packLesson } from '@/lib/learn/lesson/lesson-share';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const file = (name: string, value: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
});

test('a trainer’s lesson comes from a file, is foreign until taken in, is done, and goes on as a link', async ({
  page,
  context,
}) => {
  await page.goto(paths.trainers);
  const input = page.getByLabel('A file with a lesson');
  await input.setInputFiles(file('bad.json', { ...exampleLesson, minutes: 'five' }));
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'bad.json is no lesson that can be read.',
  );
  await expect(page.getByRole('main').getByRole('alert')).toContainText('minutes');
  const misspelt = { ...exampleLesson, scenario: 'articel' };
  await input.setInputFiles(file('misspelt.json', misspelt));
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'There is no training cluster articel.',
  );
  await input.setInputFiles(file('good.json', exampleLesson));
  await expect(page.getByText('From good.json. It is not ours')).toBeVisible();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByRole('link', { name: `Open ${exampleLesson.title}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(exampleLesson.title);
  await page.getByRole('link', { name: 'To the task' }).click();
  const task = page.getByRole('region', { name: 'Task' });
  await task.getByRole('button', { name: 'Check' }).click();
  await expect(task.locator('form')).toContainText('The answer still passes node 1.');
  await page.getByLabel('Mode', { exact: true }).getByRole('radio', { name: 'dsr' }).click();
  await expect(task.getByRole('status')).toContainText('Done');

  const other = await context.newPage();
  const hostile = lessonSchema.parse({
    ...exampleLesson,
    id: 'hostile',
    title: '<img src=x onerror=alert(1)>',
    line: '[x](javascript:alert(1))',
  });
  await other.goto(`${paths.trainers}#lesson=${packLesson(hostile)}`);
  await expect(other.getByText('From the link that you followed. It is not ours')).toBeVisible();
  await expect(
    other.getByText('<img src=x onerror=alert(1)>').first(),
    'text, and nothing more',
  ).toBeVisible();
  await other.close();
});

test('lessons of the cluster’s ConfigMaps are shown, those that cannot be read with the place', async ({
  page,
  product,
}) => {
  product.cluster.api.create({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'our-lessons', namespace: 'kube-system', labels: { 'kpr-explorer.io/lesson': 'true' } },
    data: { 'a.json': JSON.stringify(exampleLesson), 'b.json': '{"id": "b"' },
  });
  await page.goto(paths.trainers);
  await expect(page.getByText('From ConfigMap kube-system/our-lessons, a.json.')).toBeVisible();
  await expect(page.getByText('ConfigMap kube-system/our-lessons, b.json is no lesson')).toBeVisible();
  product.cluster.api.remove('ConfigMap', 'our-lessons', 'kube-system');
});
