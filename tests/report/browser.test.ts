// The report in a browser: it works alone, its charts can be read, its switches switch, and anyone can use it.

import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/report.ts';
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

  it('switches the map by mouse and by keyboard', async () => {
    const { page } = await openPage(browser, html, { width: 1280, scheme: 'light' });
    const map = page.locator('.map').first();
    const shown = async () => ({
      change: await map.locator('.layer.change').isVisible(),
      baseline: await map.locator('.layer.baseline').isVisible(),
      scenario: await map.locator('.layer.scenario').isVisible(),
    });
    expect(await shown()).toEqual({ change: true, baseline: false, scenario: false });
    await map.getByText('Baseline', { exact: true }).click();
    expect(await shown()).toEqual({ change: false, baseline: true, scenario: false });
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual({ change: false, baseline: false, scenario: true });
    await page.context().close();
  });

  it('leads those who use the keyboard past the navigation', async () => {
    const { page } = await openPage(browser, html, { width: 1280, scheme: 'light' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the report',
    );
    await page.context().close();
  });
});
