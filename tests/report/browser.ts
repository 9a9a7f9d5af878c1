// Opens a page in Debian's chromium, and says what it did there: messages, requests, boxes of its labels.

// For the functions that run in the page; the code of src must not use it.
/// <reference lib="dom" />

import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Kept for people to look at; not committed. */
const screenshotFolder = resolve('results/screenshots');

/** False where there is no chromium; where there must be one (CI), the tests run and fail. */
export const hasChromium = existsSync(path) || process.env.CARGOFLOW_CHROMIUM === 'required';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: flags });
}

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly scripts?: boolean;
}

export interface OpenedPage {
  readonly page: Page;
  /** Messages on the console and errors. */
  readonly messages: string[];
  /** Addresses asked for, the page itself apart. */
  readonly requests: string[];
}

/** Opens the text of a page as a browser does that is given a file. */
export async function openPage(browser: Browser, html: string, look: Look): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.scheme,
    javaScriptEnabled: look.scripts ?? true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  return { page, messages, requests };
}

/** Keeps a picture of the whole page. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotFolder, { recursive: true });
  await page.screenshot({ path: resolve(screenshotFolder, `${name}.png`), fullPage: true });
}

/** Pairs of labels of one picture that cover each other, and labels that leave their picture; by their texts. */
export function badLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What two boxes may share, px: boxes are higher than the letters in them.
    const slack = 2.5;
    const bad: string[] = [];
    for (const svg of document.querySelectorAll('svg[role=img]')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const labels = [...svg.querySelectorAll('text')].filter(
        (label) => label.getBoundingClientRect().width > 0,
      );
      const boxes = labels.map((label) => label.getBoundingClientRect());
      const nameOf = (index: number) =>
        `${svg.getAttribute('aria-label')}: ${labels[index].textContent}`;
      boxes.forEach((one, index) => {
        if (
          one.left < frame.left - slack ||
          one.right > frame.right + slack ||
          one.top < frame.top - slack ||
          one.bottom > frame.bottom + slack
        )
          bad.push(`${nameOf(index)} leaves the picture`);
        boxes.slice(index + 1).forEach((other, later) => {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (across > slack && down > slack)
            bad.push(`${nameOf(index)} covers ${labels[index + 1 + later].textContent}`);
        });
      });
    }
    return bad;
  });
}

/** Pictures without anything drawn, by their names. */
export function emptyPictures(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg[role=img]')]
      .filter((svg) => {
        const frame = svg.getBoundingClientRect();
        if (frame.width === 0) return false;
        const shapes = [...svg.querySelectorAll('path,rect,circle,use')].map((shape) =>
          shape.getBoundingClientRect(),
        );
        return !shapes.some(({ width, height }) => width * height > 25);
      })
      .map((svg) => svg.getAttribute('aria-label') ?? ''),
  );
}
