// The report in a browser: it works alone, its charts can be read, its switches switch, and anyone can use it.

import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/report.ts';
import type { Table } from '../../src/results/table.ts';
import {
  badLabels,
  emptyPictures,
  hasChromium,
  keepScreenshot,
  type Look,
  type OpenedPage,
  openBrowser,
  openPage,
} from './browser.ts';
import { smallResults } from './fixture.ts';

const require = createRequire(import.meta.url);
const html = renderHtml(smallResults());
/** The table with the rows of one scenario under another name. */
function copyScenario(table: Table, from: string, to: string): Table {
  const columns = table.columns.map((column) =>
    column.kind === 'text' && column.name === 'scenario'
      ? { ...column, values: column.values.map((name) => (name === from ? to : name)) }
      : column,
  );
  return { ...table, columns };
}

const looks: readonly Look[] = [1280, 400].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

if (!hasChromium)
  console.warn('skipped: the tests of the report in a browser, since there is no chromium');

describe.skipIf(!hasChromium)('the report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  describe.each(looks)('of $width px, $scheme', (look) => {
    let opened: OpenedPage;
    beforeAll(async () => {
      opened = await openPage(browser, html, look);
    }, 60_000);
    afterAll(() => opened?.page.context().close());

    it('says nothing on the console and asks for nothing', () => {
      expect(opened.messages).toEqual([]);
      expect(opened.requests).toEqual([]);
    });

    it('does not scroll sideways as a whole', async () => {
      const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(look.width);
    });

    it('draws something in every picture', async () => {
      expect(await emptyPictures(opened.page)).toEqual([]);
    });

    it('sets no label over another', async () => {
      expect(await badLabels(opened.page)).toEqual([]);
    });

    it('breaks no rule of accessibility that can be checked', async () => {
      await opened.page.addScriptTag({ path: require.resolve('axe-core') });
      const broken = await opened.page.evaluate(async () => {
        // @ts-expect-error the script above defines it
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        return violations.map((rule: { id: string; nodes: { html: string }[] }) => [
          rule.id,
          rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
        ]);
      });
      expect(broken).toEqual([]);
    }, 60_000);

    it('looks like this', async () => {
      await keepScreenshot(opened.page, `report-${look.width}-${look.scheme}`);
    });
  });

  describe('with a mouse and a keyboard', () => {
    let page: Page;
    beforeAll(async () => {
      page = (await openPage(browser, html, { width: 1280, scheme: 'light' })).page;
    }, 60_000);
    afterAll(() => page?.context().close());

    it('leads past the navigation', async () => {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      expect(focused).toBe('Skip to the report');
    });

    it('switches the map between what changes, before and after', async () => {
      const map = page.locator('.map').first();
      const shown = async () => ({
        change: await map.locator('.layer.change').isVisible(),
        baseline: await map.locator('.layer.baseline').isVisible(),
        scenario: await map.locator('.layer.scenario').isVisible(),
      });
      expect(await shown()).toEqual({ change: true, baseline: false, scenario: false });
      await map.getByText('Before', { exact: true }).click();
      expect(await shown()).toEqual({ change: false, baseline: true, scenario: false });
      await page.keyboard.press('ArrowRight');
      expect(await shown()).toEqual({ change: false, baseline: false, scenario: true });
      await map.getByText('What changes', { exact: true }).click();
    });

    it('draws the map of another year, and of the first one as it was', async () => {
      const map = page.locator('.map').first();
      const drawn = () =>
        map.evaluate((figure) =>
          ['change', 'baseline', 'scenario'].map((name) =>
            [...figure.querySelectorAll<SVGUseElement>(`.layer.${name} use[class]`)]
              .map((use) => [use.getAttribute('href'), use.getAttribute('class')].join(' '))
              .filter((use) => !use.startsWith('#baseline')),
          ),
        );
      const [change, , after] = await drawn();
      await map.locator('select').selectOption('2025');
      // Every link carries as much in 2025 as in 2026.
      expect((await drawn())[0]).toEqual(change);
      expect(await map.locator('.dek').textContent()).toBe('Tonnes on every line in 2025');
      await map.locator('select').selectOption('2026');
      const again = await drawn();
      expect(again[0]).toEqual(change);
      expect(again[2]).toEqual(after);
      expect(again[1].length).toBeGreaterThan(0);
    });

    it('draws the diversion of another period and cargo, and of all as it was', async () => {
      const part = page.locator('[data-diversion]').first();
      const [period, cargo] = [part.getByLabel('Period'), part.getByLabel('Cargo')];
      const whole = await part.locator('.columns').textContent();
      await period.selectOption('2025');
      // A quarter of 750, 400 and 100 kt moves in 2025.
      const cells = () =>
        part
          .locator('tbody td')
          .evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent));
      expect(await cells()).toEqual(['188', '100', '25']);
      expect(await part.locator('caption').textContent()).toMatch(/kt$/);
      await cargo.selectOption('Containers');
      expect(await cells()).toEqual(['188']);
      await cargo.selectOption('Grain');
      expect(await part.locator('.none').isVisible()).toBe(true);
      expect(await part.locator('.columns').isVisible()).toBe(false);
      await period.selectOption('2026');
      expect(await cells()).toEqual(['400', '100']);
      await period.selectOption({ index: 0 });
      await cargo.selectOption('All');
      expect(await part.locator('.columns').textContent()).toBe(whole);
    });

    it('shows bounds in place of intervals', async () => {
      const part = page.locator('[data-diversion]').first();
      const small = part.locator('tbody td small:visible');
      // Statistics of the fixture: the interval spans a fifth each side, the bounds are 0.5 and 1.2 times the mean.
      expect(await small.first().textContent()).toBe('0.60 to 0.90');
      await part.getByLabel('bounds instead of intervals').check();
      expect(await small.first().textContent()).toBe('0.38 to 0.90');
      await part.getByLabel('bounds instead of intervals').uncheck();
    });

    it('tells the numbers of the month under the pointer', async () => {
      const chart = page.locator('svg[data-months]').first();
      await chart.hover({ position: { x: 100, y: 60 } });
      // The loser: 750 kt in two years, 31.25 kt in each month.
      await expect
        .poll(() => page.locator('.tip').textContent())
        .toMatch(
          /^\w+ 202[56], kt a day\nScenario 1\.\d+ \(nine runs in ten: [\d.]+ to [\d.]+\)\nBaseline [\d.]+$/,
        );
    });

    it('tells what a line carries', async () => {
      const line = page.locator('.map .layer.change use.loss').first();
      await line.dispatchEvent('pointermove', { clientX: 300, clientY: 300, bubbles: true });
      await expect.poll(() => page.locator('.tip').textContent()).toContain('−280\u00a0kt');
    });
  });

  it('fits a sheet of A4 when printed', async () => {
    // 210 mm less two margins of 10 mm, at 96 px an inch.
    const look = { width: 718, scheme: 'light' } as const;
    const { page } = await openPage(browser, html, look);
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('table,svg[role=img],pre')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth)
        .map((each) => each.querySelector('caption')?.textContent ?? each.tagName),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  });

  it('draws the map before and after when asked for where there are many scenarios', async () => {
    const { summary, tables } = smallResults();
    const [baseline, closure] = summary.scenarios;
    const names = Array.from({ length: 13 }, (_, index) => `port-closure-${index}`);
    const copied = new Map(
      [...tables].map(([name, table]) => [name, copyScenario(table, 'port-closure', names[0])]),
    );
    const scenarios = [baseline, ...names.map((name) => ({ ...closure, name }))];
    const many = renderHtml({ summary: { ...summary, scenarios }, tables: copied });
    const { page, messages } = await openPage(browser, many, { width: 1280, scheme: 'light' });
    const map = page.locator('.map').first();
    const lines = (layer: string) => map.locator(`.layer.${layer} use[class]`).count();
    expect(await lines('scenario')).toBe(0);
    const change = await lines('change');
    await map.getByText('After', { exact: true }).click();
    // Every link carries cargo in both runs.
    expect(await lines('scenario')).toBe(await lines('baseline'));
    expect(await lines('scenario')).toBeGreaterThan(3);
    expect(await lines('change')).toBe(change);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('says all that matters without its script', async () => {
    const look = { width: 1280, scheme: 'light', scripts: false } as const;
    const { page } = await openPage(browser, html, look);
    expect(await page.locator('select:visible').count()).toBe(0);
    expect(await page.locator('svg.diversion path.ribbon').count()).toBe(3);
    const map = page.locator('.map').first();
    await map.getByText('After', { exact: true }).click();
    expect(await map.locator('.layer.scenario use').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
