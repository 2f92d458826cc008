import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

// A hundred nodes: one silent agent and one with half a table must not disturb the others.
test.use({ scenario: 'large' });

const silent = /silent|no answer|timed out|time limit/i;
const half = /half|cut|incomplete|truncated|ended before/i;

test('a silent agent and one with half a table are stale with their reason; the others stay live; both recover', async ({
  page,
  product,
}) => {
  test.setTimeout(180_000);
  const nodes = product.cluster.api
    .list('Node')
    .map((node) => node.metadata.name)
    .sort();
  const [first = '', second = ''] = nodes;
  await expect.poll(async () => (await page.request.get('/readyz')).status(), { timeout: 90_000 }).toBe(200);
  await page.goto(paths.overview);
  const row = (node: string) => page.getByRole('row').filter({ hasText: node.split('.')[0] });
  await expect(row(first)).toBeVisible();

  product.cluster.faults.agent(first, { kind: 'silent' });
  product.cluster.faults.agent(second, { kind: 'half-table' });

  type Agents = {
    items: {
      node: string;
      answers: Record<string, { stale: boolean; problem: { title: string; detail: string } | null }>;
    }[];
  };
  const stale = async () => {
    const { items } = (await (await page.request.get(paths.api.agents)).json()) as Agents;
    return items
      .filter(({ answers }) => Object.values(answers).some((answer) => answer.stale))
      .map(({ node }) => node)
      .sort();
  };
  await expect.poll(stale, { timeout: 90_000 }).toEqual([first, second]);
  await expect(page.getByRole('banner').getByText(/98\/100 agents/), 'the others are live').toBeVisible();

  await page.goto(paths.node(first));
  await expect(page.getByText(silent).filter({ visible: true }).first()).toBeVisible();
  await page.goto(paths.node(second));
  await expect(page.getByText(half).filter({ visible: true }).first()).toBeVisible();

  product.cluster.faults.clear();
  await expect.poll(stale, { timeout: 90_000 }).toEqual([]);
  await expect(page.getByRole('banner').getByText(/100\/100 agents/), 'all are live again').toBeVisible();
});
