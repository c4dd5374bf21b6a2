import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test, vi } from 'vitest';
import { asOperator, createPerson, launch, signIn, visit } from './browser';
import { field, openTranslations, translateUrl } from './translations';
import { OPERATOR_TOKEN } from './service';

const MESSAGES = 100_000;
const ROUNDS = 9;
const FRAME_MILLIS = 1000 / 60;
const PUBLIC_PAGES = ['/', '/codes', '/codes/exchange', '/codes/exchange/-1015', '/docs'];
const WORDS = ['apple', 'pear', 'plum', 'cherry', 'grape', 'lemon', 'melon', 'peach', 'fig'];

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'large', title: 'Large', sourceLocale: 'en', locales: ['de'] });
  await importAll();
  await createPerson('lena', 'large', 'translator');
});

afterAll(() => browser.close());

/** Imports an English text for each message, and a German one for each tenth. */
async function importAll(): Promise<void> {
  const numbers = [...Array(MESSAGES).keys()];
  const line = (number: number) => `group${number % 100}.message${number}=Order ${number} of {0} from the store of ${WORDS[number % WORDS.length]}`;
  const file = (chosen: number[]) => new TextEncoder().encode(chosen.map(line).join('\n'));
  const archive = zipSync({ 'messages.properties': file(numbers), 'messages_de.properties': file(numbers.filter((it) => it % 10 === 0)) });
  const headers = { Authorization: `Bearer ${OPERATOR_TOKEN}`, 'Content-Type': 'application/zip', Prefer: 'respond-async' };
  const accepted = await fetch(`${inject('serviceUrl')}/v1/catalogs/large/imports`, { method: 'POST', headers, body: Buffer.from(archive) });
  if (accepted.status !== 202) {
    throw new Error(`${accepted.status} ${await accepted.text()}`);
  }
  const location = new URL(accepted.headers.get('Location')!, inject('serviceUrl'));
  await vi.waitFor(async () => {
    const { status } = (await (await fetch(location, { headers })).json()) as { status: string };
    if (status !== 'done') {
      throw new Error(`the import is ${status}`);
    }
  }, { timeout: 500_000, interval: 1000 });
}

function report(name: string, millis: number[]): void {
  const sorted = millis.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  console.log(`${name.padEnd(60)} median ${at(0.5).padStart(8)} ms   largest ${at(1).padStart(8)} ms   (${sorted.length})`);
}

async function repeat(rounds: number, action: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push(await action());
  }
  return results;
}

async function elapsed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** The moment of the largest paint so far, in milliseconds since the navigation. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((found) => {
    new PerformanceObserver((list) => found(list.getEntries().at(-1)!.startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
  }));
}

test('largest contentful paint of public pages', async () => {
  for (const path of PUBLIC_PAGES) {
    report(path, await repeat(ROUNDS, async () => {
      const { page, context } = await visit(browser);
      await page.goto(path, { waitUntil: 'load' });
      const paint = await largestPaint(page);
      await context.close();
      return paint;
    }));
  }
});

test('JavaScript of the editor', async () => {
  const visitor = await visit(browser);
  const scripts = new Map<string, number>();
  visitor.page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') {
      scripts.set(new URL(response.url()).pathname, gzipSync(await response.body(), { level: 9 }).length);
    }
  });
  const total = () => ([...scripts.values()].reduce((sum, it) => sum + it, 0) / 1000).toFixed(0);
  await signIn(visitor, 'lena');
  await visitor.page.waitForLoadState('networkidle');
  console.log(`sign-in and overview: ${total()} KB`);
  await visitor.page.goto(translateUrl('large/de'));
  await visitor.page.getByRole('grid').getByRole('row').first().waitFor();
  await field(visitor.page, 'German').waitFor();
  console.log(`translate: ${total()} KB, of which CodeMirror ${(([...scripts].find(([path]) => path.includes('LoadedEditor'))?.[1] ?? 0) / 1000).toFixed(0)} KB`);
  await visitor.context.close();
});

test(`the translate page of ${MESSAGES} messages`, async () => {
  const { page } = await openTranslations(browser, 'lena', 'large/de');
  const rows = page.getByRole('grid').getByRole('row');
  report('list usable, page loaded anew', await repeat(ROUNDS, () => elapsed(async () => {
    await page.goto(translateUrl('large/de'), { waitUntil: 'commit' });
    await rows.nth(5).waitFor();
  })));
  await field(page, 'German').waitFor();
  console.log(`rows in the document: ${await rows.count()}`);

  const search = page.getByRole('searchbox');
  let number = 0;
  report('search, from the last key to the rows', await repeat(ROUNDS, async () => {
    const wanted = `order 7${(number += 111)}0`;
    await search.fill(wanted.slice(0, -1));
    await page.waitForTimeout(1000);
    return elapsed(async () => {
      await page.keyboard.type(wanted.slice(-1));
      await page.waitForFunction((text) => {
        const shown = [...document.querySelectorAll('[role=grid] [role=row]')];
        return shown.length > 0 && shown.every((it) => it.textContent!.toLowerCase().includes(text));
      }, wanted);
    });
  }));
  await search.fill('');
  await page.waitForTimeout(1000);

  report('scroll to another place, until its rows are there', await repeat(ROUNDS, async () => {
    const place = 0.05 + Math.random() * 0.9;
    return elapsed(async () => {
      await rows.first().evaluate((row, share) => {
        const scroller = row.closest('[role=grid]')!.parentElement!.closest('*')!;
        const scrolling = [row.closest('[role=grid]')!, scroller].find((it) => it.scrollHeight > it.clientHeight)!;
        scrolling.scrollTop = scrolling.scrollHeight * share;
      }, place);
      await page.waitForFunction(() => [...document.querySelectorAll('[role=grid] [role=row]')].every((it) => it.textContent!.includes('Order')));
    });
  }));
  await page.context().close();
});

test('frames while typing', async () => {
  const { page } = await openTranslations(browser, 'lena', 'large/de');
  const target = field(page, 'German');
  await target.click();
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    let last = performance.now();
    const next = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    // The time that the browser takes to handle a key and to paint its result.
    const keys: number[] = [];
    Object.assign(window, { keys });
    new PerformanceObserver((list) => list.getEntries().forEach((it) => {
      const { name, processingStart, processingEnd } = it as PerformanceEventTiming;
      if (name === 'keydown' || name === 'beforeinput' || name === 'input') {
        keys.push(processingEnd - processingStart);
      }
    })).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  await page.keyboard.type('Bestellung {0} aus dem Laden, und noch ein langer Satz, der {0} nicht wiederholt. '.repeat(3), { delay: 60 });
  const { frames, keys } = await page.evaluate(() => window as unknown as { frames: number[]; keys: number[] });
  const late = frames.filter((it) => it > FRAME_MILLIS * 1.5);
  report('frames while typing', frames);
  console.log(`frames that took more than one and a half frames: ${late.length} of ${frames.length}`);
  report('handling of those keys whose paint took 16 ms or more', keys.length > 0 ? keys : [0]);
  await page.context().close();
});
