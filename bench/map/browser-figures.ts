import type { Page } from '@playwright/test';

const rowSelector = '[role="grid"] [role="row"] [role="gridcell"], [role="grid"] [role="row"][data-key]';

/** What the page notes of itself, from before its first script. */
type Notes = { firstRowsMs: number | null; longTasks: { startMs: number; durationMs: number }[] };

/** The window of the page, with what the scripts below leave there. */
type NotedWindow = typeof window & {
  benchNotes?: Notes;
  benchTimes?: number[];
  benchFrames?: { count: number; fromMs: number };
};

/** Opens the map and gives the time from the last byte of the frontends to the frame that shows the first rows. */
export async function openMap(page: Page, url: string): Promise<{ paintAfterDataMs: number }> {
  await page.addInitScript((selector) => {
    const notes: Notes = { firstRowsMs: null, longTasks: [] };
    const noted: NotedWindow = window;
    noted.benchNotes = notes;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        notes.longTasks.push({ startMs: startTime, durationMs: duration });
      }
    }).observe({ type: 'longtask', buffered: true });
    const look = () => {
      if (document.querySelectorAll(selector).length > 20) {
        // The frame after the one in which the rows were made is the first that shows them.
        requestAnimationFrame(() => (notes.firstRowsMs = performance.now()));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, rowSelector);
  await page.goto(`${url}/services`);
  await page.waitForFunction(
    () => typeof (window as NotedWindow).benchNotes?.firstRowsMs === 'number',
    undefined,
    { timeout: 120_000 },
  );
  const paintAfterDataMs = await page.evaluate(() => {
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/v1/frontends'));
    const entry = answers[0];
    const arrivedMs = entry instanceof PerformanceResourceTiming ? entry.responseEnd : NaN;
    return ((window as NotedWindow).benchNotes?.firstRowsMs ?? NaN) - arrivedMs;
  });
  return { paintAfterDataMs };
}

const words = ['card', 'ledger', '10.13', 'worker-07', 'search/query', 'nothing-has-this'];

/**
 * Types words into the filter, a character each 250 ms, and clears them again. For each keystroke: the time from the
 * key to the last frame in which the list changed because of it; and the longest task of the main thread meanwhile.
 */
export async function searchKeystrokes(page: Page): Promise<{ pictureMs: number[]; longestTaskMs: number }> {
  await page.waitForTimeout(3_000);
  const fromMs = await page.evaluate(() => performance.now());
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { benchTimes: times });
    let keyMs: number | null = null;
    let lastMs = 0;
    addEventListener(
      'beforeinput',
      () => {
        if (keyMs !== null && lastMs > keyMs) times.push(lastMs - keyMs);
        keyMs = performance.now();
        lastMs = 0;
      },
      true,
    );
    const main = document.querySelector('main') ?? document.body;
    new MutationObserver(() => {
      const forKeyMs = keyMs;
      requestAnimationFrame(() => {
        if (keyMs === forKeyMs) lastMs = performance.now();
      });
    }).observe(main, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('searchbox', { name: /filter by/i }).focus();
  for (const word of words) {
    for (const character of word) {
      await page.keyboard.press(character);
      await page.waitForTimeout(250);
    }
    for (const _ of word) {
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(250);
    }
  }
  return page.evaluate((sinceMs) => {
    const { benchTimes = [], benchNotes }: NotedWindow = window;
    const tasks = (benchNotes?.longTasks ?? []).filter(({ startMs }) => startMs >= sinceMs);
    return {
      pictureMs: benchTimes,
      longestTaskMs: Math.max(0, ...tasks.map(({ durationMs }) => durationMs)),
    };
  }, fromMs);
}

/** Scrolls the map with the wheel for five seconds and gives the frames drawn in a second. */
export async function scrollFramesPerSecond(page: Page): Promise<number> {
  const box = await page.getByRole('grid').boundingBox();
  await page.mouse.move((box?.x ?? 200) + 200, (box?.y ?? 200) + 300);
  await page.evaluate(() => {
    const frames = { count: 0, fromMs: performance.now() };
    Object.assign(window, { benchFrames: frames });
    const tick = () => {
      frames.count += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const untilMs = performance.now() + 5_000;
  while (performance.now() < untilMs) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => {
    const { benchFrames = { count: NaN, fromMs: 0 } }: NotedWindow = window;
    return (benchFrames.count * 1000) / (performance.now() - benchFrames.fromMs);
  });
}

/** The page's JavaScript heap after a collection. */
export async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
