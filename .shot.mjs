import { chromium } from '@playwright/test';
const [,, base, ...rest] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking'] });
for (const spec of rest) {
  const [name, url, scheme='light', width='1440', action=''] = spec.split('|');
  const ctx = await browser.newContext({ colorScheme: scheme, viewport: { width: Number(width), height: 900 } });
  const page = await ctx.newPage();
  page.on('console', m => { if (['error','warning'].includes(m.type())) console.log(name, m.text().slice(0,300)); });
  page.on('pageerror', e => console.log(name, 'ERR', String(e).slice(0,300)));
  await page.goto(base + url);
  await page.waitForTimeout(3500);
  if (action) { for (const a of action.split(';')) { const [k, v] = a.split('='); if (k==='click') await page.locator(v.replaceAll('~','=')).first().click(); if (k==='press') for (const x of v.split(',')) await page.keyboard.press(x); if (k==='hover') await page.locator(v).first().hover(); await page.waitForTimeout(500);} }
  await page.screenshot({ path: `/tmp/fshots/${name}.png`, fullPage: name.endsWith('-full') });
  const o = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (o>0) console.log(name, 'OVERFLOW', o);
  await ctx.close();
}
await browser.close();
