import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const hops = (page: Page) => page.getByRole('list', { name: 'Every hop' }).getByRole('listitem');
const current = (page: Page) => page.getByRole('list', { name: 'Every hop' }).locator('[aria-current=step]');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });

test('a packet is followed to its end by keyboard alone, with a wrong answer and right ones', async ({
  page,
}) => {
  await page.goto(paths.dsrSimulator);
  await expect(current(page)).toContainText('The client sends to the Service');
  await expect(prediction(page)).toContainText('Predict before hop 4');
  await expect(hops(page).nth(3)).toContainText('hidden until you predict');
  for (let key = 0; key < 5; key += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('hop 3 of 11'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Not none. 8 bytes are added.');
  await page.keyboard.press('End');
  await expect(page.getByText('hop 6 of 11')).toBeVisible();
  await expect(page.getByRole('row', { name: /The pod sees as client/ })).toContainText('?');
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. The pod sees the client.');
  await expect(page.getByRole('row', { name: /The pod sees as client/ })).toContainText(
    'TCP the client, UDP node 1',
  );
  await page.keyboard.press('End');
  await expect(page.getByText('hop 8 of 11')).toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. Node 2 answers, past node 1.');
  for (const hop of [9, 10, 11]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(`hop ${hop} of 11`)).toBeVisible();
  }
  await expect(current(page)).toContainText('203.0.113.10:80 → 198.51.100.7:40000');
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/said=bytes:0,source:client,answerer:node2/);
  await expect(page.getByText('hop 1 of 11')).toBeVisible();
});

test('a rule in the comparison says in place what it asks', async ({ page }) => {
  await page.goto(paths.dsrSimulator);
  const rule = page
    .getByRole('row', { name: /In a VXLAN tunnel/ })
    .getByRole('button')
    .first();
  await expect(rule).toHaveAccessibleName('Rule B3: DSR does not go through VXLAN tunnels');
  // A page that scrolls closes what is told at hover and focus.
  await rule.scrollIntoViewIfNeeded();
  await rule.hover();
  await expect(page.getByRole('tooltip')).toContainText('DSR does not go through VXLAN tunnels');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await rule.focus();
  await expect(page.getByRole('tooltip')).toContainText('DSR does not go through VXLAN tunnels');
});

test('Space plays to the next question and no further; fields keep their keys', async ({ page }) => {
  await page.goto(`${paths.dsrSimulator}?speed=2`);
  await expect(current(page)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /Pause/ })).toBeVisible();
  await expect(page.getByText('hop 3 of 11')).toBeVisible();
  await expect(page.getByRole('button', { name: /Play/ })).toBeDisabled();
  const mtu = page.getByRole('spinbutton', { name: /MTU/ });
  await mtu.fill('1600');
  await mtu.press('Home');
  await mtu.press('1');
  await expect(mtu, 'out of bounds, and said so').toHaveAttribute('aria-invalid', 'true');
  await expect(prediction(page), 'nothing was answered').toContainText('Predict before hop 4');
  await expect(page).toHaveURL(/mtu=1600/);
});

test('what people met ends the walk in a drop with a name', async ({ page }) => {
  const said = 'said=bytes:8,source:client,answerer:node2';
  await page.goto(`${paths.dsrSimulator}?${said}&hop=11`);
  await expect(page.getByText('hop 11 of 11')).toBeVisible();
  await page.getByRole('switch', { name: /check on node 2/ }).click();
  await expect(page.getByText('hop 3 of 10'), 'the questions are asked again').toBeVisible();
  for (let question = 0; question < 3; question += 1)
    await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('slider', { name: /hop in sight/ }).press('End');
  await expect(current(page)).toContainText('Dropped: the network checks sources');
  await expect(page.getByRole('region', { name: 'Hop 10' })).toContainText(
    'DSR needs the source/destination check',
  );
  await expect(hops(page).last()).toContainText('never happens');
  await page.getByRole('switch', { name: /check on node 2/ }).click();
  await page.getByRole('switch', { name: /VXLAN/ }).click();
  await expect(page.getByText('No agent starts like this (rule B3)')).toBeVisible();
  await expect(page.getByText('Node Port "dsr" mode cannot be used with vxlan tunneling.')).toBeVisible();
});

test('a link restores exactly what was in sight, nonsense in it is said, and the cluster’s Service fits in', async ({
  page,
  context,
}) => {
  await page.goto(`${paths.dsrSimulator}?mode=fast&protocol=UDP`);
  await expect(page.getByText('A part of this link is not understood.')).toBeVisible();
  await expect(page.getByText('mode=fast')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/fast/);
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(page.getByText('dns/resolver').first()).toBeVisible();
  await page.getByLabel('Dispatch', { exact: true }).getByRole('radio', { name: 'geneve' }).click();
  await prediction(page)
    .getByRole('button', { name: /62 bytes/ })
    .click();
  await prediction(page)
    .getByRole('button', { name: /the Service/ })
    .click();
  await page.getByRole('button', { name: /Step on/ }).click();
  await page.getByRole('button', { name: /Step on/ }).click();
  await expect(page).toHaveURL(/hop=/);
  const texts = (other: Page) => other.getByRole('main').innerText();
  const before = await texts(page);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByText('dns/resolver').first()).toBeVisible();
  await expect(copy.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
  expect(await texts(copy)).toBe(before);
});

test('what plays stops where the picture goes out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 480 });
  await page.goto(`${paths.dsrSimulator}?speed=0.5&said=bytes:8,source:client,answerer:node2`);
  await page.keyboard.press('Space');
  const pause = page.getByRole('button', { name: /Pause/ });
  await expect(pause).toBeVisible();
  await page.mouse.wheel(0, 4000);
  await expect(pause).toBeHidden();
  const shown = await page.getByText(/hop \d+ of 11/).innerText();
  await page.waitForTimeout(3000);
  expect(await page.getByText(/hop \d+ of 11/).innerText()).toBe(shown);
});

test('on a phone one button goes through the speeds', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.dsrSimulator);
  await page.getByRole('button', { name: 'Speed 1×: change it' }).click();
  await expect(page).toHaveURL(/speed=2/);
  await page.getByRole('button', { name: 'Speed 2×: change it' }).click();
  await expect(page).toHaveURL(/speed=0\.5/);
});

test('a Service of the cluster is chosen by its name; the parameters fit in one line', async ({ page }) => {
  await page.goto(paths.dsrSimulator);
  const picker = page.getByRole('button', { name: /^Service/ });
  await picker.click();
  const [first, second] = await page.getByRole('menuitemradio').allInnerTexts();
  expect(first).not.toBe(second);
  await page.getByRole('menuitemradio').nth(1).click();
  await expect(picker).toContainText(second?.trim() ?? 'a second Service');
  await page.reload();
  await expect(picker, 'the choice is in the link').toContainText(second?.trim() ?? 'a second Service');
  await page.setViewportSize({ width: 1440, height: 900 });
  const box = await page.getByRole('group', { name: 'Parameters' }).boundingBox();
  expect(box?.height).toBeLessThan(60);
});

test('the simulator is found from the rail and by the finder', async ({ page }) => {
  await page.goto(paths.overview);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Learn' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Every header at every hop/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('who answers the client?');
  await page.goto(paths.overview);
  await page.getByRole('button', { name: /^Find/ }).first().click();
  await page.getByRole('combobox').fill('who answers');
  await expect(page.getByRole('option', { name: /SNAT, DSR, Hybrid/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${paths.dsrSimulator}$`));
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        'hop=3',
        'mode=snat&routing=geneve&family=IPv6&hop=17&said=bytes:70,source:inside,answerer:pod',
        'net=source-check-2&hop=10&said=bytes:8,source:client,answerer:node2',
        'routing=vxlan&mode=fast',
      ]) {
        await page.goto(`${paths.dsrSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
      await page.goto(paths.learn);
      await expect(page.getByRole('link', { name: /Every header at every hop/ })).toBeVisible();
      await expectAccessible('what there is to learn from');
    });
  }
}
