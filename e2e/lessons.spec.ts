import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { scenarioNames } from '@/lib/learn/lesson/scenario-names';
import { paths } from '@/lib/paths';
import type { TrainingView } from '@/lib/snapshot/training-view';
import { expect } from './fixtures';
import { answer, check, done, readToTask, task, verdict } from './lesson-task';
import { test } from './lesson-test';

test('1 to 3, by what agents print: wrong answers are told apart, hints come one by one', async ({
  page,
}) => {
  await page.goto(paths.learn);
  await page.getByRole('link', { name: 'Start with What a Service is' }).click();
  await readToTask(page, 'what-a-service-is');
  await answer(page, '10.100.0.10');
  await expect(verdict(page)).toContainText('is a frontend of kube-system/kube-dns');
  await answer(page, '192.168.28.19');
  await expect(verdict(page)).toContainText('That is one of them: 1 more to name.');
  await answer(page, '192.168.28.19 192.168.51.102');
  await expect(verdict(page)).toContainText('is a backend of cilium-test/echo-other-node');
  await task(page).getByRole('button', { name: 'Give me a hint (3 left)' }).click();
  await task(page).getByRole('button', { name: 'Another hint (2 left)' }).click();
  await expect(task(page)).toContainText('Hint 2');
  await task(page).getByRole('button', { name: 'Show the solution' }).click();
  const solution = task(page).getByRole('region', { name: 'Solution' });
  await answer(page, (await solution.locator('p').last().innerText()).replace('On this cluster:', ''));
  await done(page, 'Name the backends of a Service');

  await task(page).getByRole('link', { name: 'Next: Read a service list' }).click();
  await readToTask(page, 'read-a-service-list');
  await answer(page, '10.100.0.10:53');
  await expect(verdict(page)).toContainText('an address that only the cluster knows');
  await answer(page, '0.0.0.0:30598');
  await expect(verdict(page)).toContainText('No packet is sent to 0.0.0.0');
  await answer(page, 'http://192.168.18.107:30598/');
  await done(page, 'Find the row a browser would hit');

  await readToTask(page, 'without-kube-proxy');
  const output = page.getByRole('region', { name: 'Output' });
  await expect(output).toContainText('KubeProxyReplacement:');
  const shown = (await output.innerText()).split('\n').filter((one) => /^[A-Z].*:\s/.test(one));
  expect(shown.length, 'lines to choose from').toBeGreaterThan(4);
  expect(shown.length, 'and no more than are read').toBeLessThan(12);
  await answer(page, 'Host Routing:            Legacy');
  await expect(verdict(page)).toContainText('it would stand there beside kube-proxy too');
  const line = (await output.innerText()).split('\n').find((one) => one.startsWith('KubeProxyReplacement:'));
  await answer(page, line ?? '');
  await done(page, 'Point at the line that says who does it');
});

test('4 to 6: Socket LB, node ports, XDP', async ({ page }) => {
  await readToTask(page, 'socket-lb');
  await check(page);
  await expect(verdict(page)).toContainText('Nothing is answered yet.');
  await task(page).getByRole('radio', { name: 'The address of its node' }).check();
  await check(page);
  await expect(verdict(page)).toContainText('The node has no part in it');
  await task(page).getByRole('radio', { name: 'The address of the Service' }).check();
  await check(page);
  await expect(task(page)).toContainText('2. Now set the simulator');
  await check(page);
  await expect(verdict(page)).toContainText('the socket was rewritten before it could look');
  const coverage = page.getByRole('radio', { name: 'host namespace only' });
  await coverage.click();
  await done(page, 'Say what getpeername answers');

  await readToTask(page, 'nodeport-from-outside');
  await answer(page, '192.168.18.107:30786');
  await expect(verdict(page)).toContainText('That is one way.');
  await answer(page, '192.168.18.107:30786 192.168.18.107:30598');
  await expect(verdict(page)).toContainText('Both are reached from outside, but');
  await answer(page, '192.168.18.107:30786 192.168.8.11:30786');
  await done(page, 'Reach a Service from outside in two ways');

  await readToTask(page, 'xdp');
  await task(page).getByRole('radio', { name: 'ena, kernel 5.4' }).check();
  await check(page);
  await expect(verdict(page)).toContainText('This kernel is older.');
  await task(page).getByRole('radio', { name: 'mlx5, kernel 5.10' }).check();
  await check(page);
  await expect(task(page)).toContainText('2. In the simulator');
  await check(page);
  await expect(verdict(page)).toContainText('The agent does not start');
  await page.getByRole('radio', { name: 'best-effort' }).click();
  await done(page, 'Tell which nodes could run native');
});

test('8 to 10: what is judged is the state of the simulator, however it came about; undo and reset go back', async ({
  page,
}) => {
  await readToTask(page, 'random-or-maglev');
  await check(page);
  await expect(verdict(page)).toContainText('251 slots are too few');
  const size = (name: string) => page.getByRole('group', { name: 'Table size' }).getByRole('radio', { name });
  await size('65521').check({ force: true });
  await expect(verdict(page)).toContainText('65521 slots would do');
  await task(page).getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText('251 slots are too few');
  await expect(size('251'), 'the simulator goes back too').toBeChecked();
  await size('32749').check({ force: true });
  await done(page, 'Choose a table size for 300 backends');
  await task(page).getByRole('button', { name: 'Do it again' }).click();
  await expect(page).not.toHaveURL(/size=/);
  await expect(size('251'), 'the simulator begins anew too').toBeChecked();
  await task(page).getByRole('button', { name: 'Show the solution' }).click();
  await task(page).getByRole('button', { name: 'Set the simulator so' }).click();
  await check(page);
  await done(page, 'Choose a table size for 300 backends');

  await readToTask(page, 'session-affinity');
  await check(page);
  await expect(verdict(page)).toContainText('Nothing is remembered');
  await page.getByLabel('Session affinity', { exact: true }).getByRole('radio', { name: 'on' }).click();
  await expect(verdict(page)).toContainText('After 600 seconds');
  const timeout = page.getByRole('slider', { name: 'Timeout of the affinity' });
  await timeout.press('End');
  await expect(task(page)).toContainText('2. Two colleagues');
  await task(page).getByRole('radio', { name: /^Two/ }).check();
  await check(page);
  await expect(verdict(page)).toContainText('the datapath never sees');
  await task(page)
    .getByRole('radio', { name: /^One: they come/ })
    .check();
  await check(page);
  await done(page, 'Keep one client on one pod for an hour');

  await readToTask(page, 'graceful-termination');
  await check(page);
  await expect(verdict(page)).toContainText('new connections');
  const pause = page.getByRole('slider', { name: /preStop|before SIGTERM/i });
  await pause.press('End');
  await done(page, 'Delete a pod; lose nothing');
});

test('on a phone what the judge says is one tap away from what it is about', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${paths.lesson('random-or-maglev')}?card=task`);
  await check(page);
  await page
    .getByRole('group', { name: 'Table size' })
    .getByRole('radio', { name: '16381' })
    .check({ force: true });
  await page.getByRole('button', { name: 'Back to the task' }).click();
  await expect(verdict(page).getByText('16381 slots are too few')).toBeInViewport();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeInViewport();
});

/** Applies what the plan on screen says, and waits until every node is verified. */
async function apply(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review plan' }).click();
  const owner = page.getByRole('checkbox', { name: /^Apply although/ });
  await expect(page.getByRole('button', { name: /^Apply to/ })).toBeVisible();
  if (await owner.isVisible()) await owner.check();
  await page.getByRole('button', { name: /^Apply to/ }).click();
  await expect(page.getByRole('button', { name: 'Roll back' })).toBeEnabled({ timeout: 240_000 });
}

/** Resets the training cluster, as the question before it is answered. */
async function reset(page: Page, scenario: string): Promise<void> {
  await task(page).getByRole('button', { name: 'Reset the training cluster' }).click();
  const question = page.getByRole('dialog', { name: 'Reset the training cluster?' });
  await expect(question).toContainText(`The training cluster ${scenario} begins anew`);
  await question.getByRole('button', { name: 'Reset it' }).click();
  await expect(task(page).getByText(`is reset: it is ${scenario} again, as it was at first.`)).toBeVisible();
}

test('7 and 11: the cluster itself is changed, and put back', async ({ page }) => {
  test.setTimeout(900_000);
  await readToTask(page, 'snat-dsr-hybrid');
  await check(page);
  await expect(verdict(page)).toContainText('node 1 has put its own address');
  await task(page).getByRole('button', { name: 'Give me a hint (1 left)' }).click();
  await expect(task(page)).toContainText('In the simulator it is the parameter Mode.');
  await expect(
    task(page).getByRole('button', { name: /hint/ }),
    'those for the cluster come later',
  ).toHaveCount(0);
  await page.getByLabel('Mode', { exact: true }).getByRole('radio', { name: 'dsr' }).click();
  await expect(task(page)).toContainText('2. Now change the cluster');
  await check(page);
  await expect(verdict(page)).toContainText('Agents say of bpf-lb-mode: snat on all 2 nodes');
  await task(page).getByRole('button', { name: 'Give me a hint (2 left)' }).click();
  const [form] = await Promise.all([
    page.context().waitForEvent('page'),
    task(page)
      .getByRole('link', { name: /^The form with DSR chosen/ })
      .click(),
  ]);
  await expect(form).toHaveURL(/set=bpf-lb-mode:dsr/);
  await form.close();
  await expect(task(page), 'the lesson stays').toContainText('2. Now change the cluster');
  await page.goto(`${paths.change}?set=bpf-lb-mode:dsr`);
  await apply(page);
  await page.goto(`${paths.lesson('snat-dsr-hybrid')}?card=task&mode=snat`);
  // It was given to the judge before the change: that is not asked for again.
  await done(page, 'Make the cluster keep the client’s address');
  await task(page).getByRole('button', { name: 'Reset the training cluster' }).click();
  const question = page.getByRole('dialog', { name: 'Reset the training cluster?' });
  await question.getByRole('button', { name: 'Keep it as it is' }).click();
  await done(page, 'Make the cluster keep the client’s address');
  await reset(page, 'article');
  await expect(task(page)).toContainText('1. Set the simulator');

  await readToTask(page, 'change-and-undo');
  await check(page);
  await expect(verdict(page)).toContainText('No rollout of bpf-lb-algorithm = maglev was done');
  await page.goto(`${paths.change}?set=bpf-lb-algorithm:maglev`);
  await apply(page);
  const rollout = page.url();
  await page.goto(`${paths.lesson('change-and-undo')}?card=task`);
  await expect(task(page), 'judged without being asked again').toContainText('2. Put it back');
  await check(page);
  await expect(verdict(page)).toContainText('maglev on all 2 nodes');
  await page.goto(rollout);
  await page.getByRole('button', { name: 'Roll back' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /roll back/i })
    .click();
  await expect(page.getByText('2 nodes are back on the old values', { exact: false }).first()).toBeVisible({
    timeout: 240_000,
  });
  await page.goto(`${paths.lesson('change-and-undo')}?card=task`);
  await done(page, 'Turn on Maglev, then put it back');
});

test('12: the drifted node is found, proved and repaired on another training cluster', async ({ page }) => {
  test.setTimeout(600_000);
  await readToTask(page, 'find-the-node-that-lies');
  await answer(page, 'worker-1');
  await expect(verdict(page)).toContainText('Switch to drift first.');
  const field = await task(page).getByRole('textbox').boundingBox();
  expect(field?.height, 'one line for one name').toBeLessThan(45);
  await page.getByRole('button', { name: 'Switch to drift' }).click();
  await expect(verdict(page), 'what was said of the other cluster is gone').not.toContainText(
    'Switch to drift',
    {
      timeout: 1000,
    },
  );
  await expect(page.getByText('Training cluster: drift').first()).toBeVisible();
  await answer(page, 'worker-9');
  await expect(verdict(page)).toContainText('There is no node worker-9');
  await answer(page, 'k8s-worker-01');
  await expect(verdict(page)).toContainText('has what it must have');
  await answer(page, 'k8s-worker-02');
  await expect(task(page)).toContainText('2. Prove it');
  await answer(page, '10.42.2.1');
  await expect(verdict(page)).toContainText('No agent has 10.42.2.1 as a backend.');
  await answer(page, '10.42.2.203:8080');
  await expect(task(page)).toContainText('3. Repair it');
  await check(page);
  await expect(verdict(page)).toContainText('still has the backend');
  await page.goto(`${paths.change}?set=bpf-lb-maglev-table-size:32749`);
  await apply(page);
  await page.goto(`${paths.lesson('find-the-node-that-lies')}?card=task`);
  await done(page, 'Find it, prove it, repair it');
  await reset(page, 'drift');
  await expect(task(page)).toContainText('1. Find it');
  await answer(page, 'k8s-worker-02');
  await expect(task(page), 'the cluster is as it was at first').toContainText('2. Prove it');
});

test('progress stays in the browser, goes along as a file, and is forgotten when asked to', async ({
  page,
}) => {
  await page.goto(`${paths.lesson('read-a-service-list')}?card=task`);
  await answer(page, '192.168.18.107:30786');
  await done(page, 'Find the row a browser would hit');
  await page.goto(`${paths.lesson('xdp')}?card=2`);
  await expect(page.getByRole('heading', { level: 2, name: 'What it saves' })).toBeVisible();
  await page.goto(paths.learn);
  await expect(page.getByText('1 of 12 done')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Continue with XDP: earlier in the path' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    version: 1,
    lessons: { xdp: { card: '2' } },
  });
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText('0 of 12 done')).toBeVisible();
  const input = page.getByLabel('A file of progress');
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByText('x.json holds no progress')).toBeVisible();
  await input.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await expect(page.getByText('1 of 12 done')).toBeVisible();
  await page.getByRole('link', { name: 'Continue with XDP: earlier in the path' }).click();
  await expect(page, 'where it was left').toHaveURL(/card=2/);
});

test('the training clusters that a lesson may name are those that the product has', async ({ page }) => {
  const { scenarios } = (await (await page.request.get(paths.api.training)).json()) as TrainingView;
  expect(scenarios.map(({ name }) => name)).toEqual(scenarioNames);
});
