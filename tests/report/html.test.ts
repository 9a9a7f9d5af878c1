// The report as one self-contained page.

import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/report.ts';
import { emptyResults, smallResults, tableOf } from './fixture.ts';

const page = renderHtml(smallResults());

/** Text of the cells of the first table row whose heading is this. */
function cellsOf(heading: string, caption: string): string[] {
  const table = page.split('<caption>').find((part) => part.startsWith(caption)) ?? '';
  const row = table.split('<tr').find((part) => part.includes(`<th scope="row">${heading}</th>`));
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((match) =>
    match[1].replace(/<[^>]*>/g, '').replace(/\u00a0/g, ' '),
  );
}

describe('report.html', () => {
  it('shows the numbers of the tables', () => {
    const cells = cellsOf('Sea', 'Tonnes dispatched on each corridor');
    expect(cells).toEqual(['1.20', '1.95', '+0.75', '+0.60 to +0.90', '', '+0.45 to +1.05']);
    expect(cellsOf('Northern Corridor', 'Change of the tonnes')).toEqual([
      'falls',
      '+0.40',
      '+0.32 to +0.48',
      '✗ not met',
    ]);
  });

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|audio|video|source|base)\b/i);
    expect(page).not.toMatch(/@import|url\(|\ssrc=/i);
    const references = [...page.matchAll(/<(\w+)[^>]*?\shref="([^"]*)"/g)];
    const outward = references.filter(([, , address]) => !address.startsWith('#'));
    expect(outward.map(([, tag]) => tag)).toEqual(outward.map(() => 'a'));
  });

  it('links sources of the web only, and never a script', () => {
    expect(page).toContain('href="https://example.org/book?a=1&#38;b=2"');
    expect(page).not.toContain('href="javascript');
  });

  it('shows names of the study as text, never as markup', () => {
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<closes>');
    expect(page).toContain('Port &#60;b&#62;&#34;One&#34;&#60;/b&#62; &#38; Co');
  });

  it('refers only to parts that it has, each with an id of its own', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)];
    for (const [, target] of targets) expect(ids).toContain(target);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [, slash, name, ends] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g))
      if (slash) expect(open.pop()).toBe(name);
      else if (!ends) open.push(name);
    expect(open).toEqual([]);
  });

  it('has headings without gaps between their levels', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level - levels[index]).toBeLessThanOrEqual(1);
    });
  });

  it('gives every picture a name or hides it from readers', () => {
    for (const [tag] of page.matchAll(/<svg[^>]*>/g))
      expect(tag).toMatch(/aria-label="[^"]+"|aria-hidden="true"/);
  });

  it('marks where an event acts and how long', () => {
    expect(page).toContain('class="hit"');
    expect(page).toContain(
      'From 15 Jun 2025 to 31 Dec 2025 at the latest, in 70\u00a0% of the runs',
    );
  });

  it('stays small', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
  });

  it('is the same text every time', () => {
    expect(renderHtml(smallResults())).toBe(page);
  });

  it('has no word for missing numbers but a dash', () => {
    expect(renderHtml(emptyResults())).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('renders without any table', () => {
    const { summary } = smallResults();
    expect(renderHtml({ summary, tables: new Map() })).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('renders a run of the baseline alone', () => {
    const { summary, tables } = smallResults();
    const alone = renderHtml({
      summary: { ...summary, scenarios: [summary.scenarios[0]] },
      tables,
    });
    expect(alone).toContain('there is nothing to compare');
    expect(alone).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says that no tonnes move when none do', () => {
    const still = renderHtml(smallResults({ diversion: tableOf('diversion', []) }));
    expect(still).toContain('No tonnes move from one corridor to another.');
  });
});

describe('colours', () => {
  const palettes = [...page.matchAll(/:root\{([^}]*)\}/g)].map(
    ([, rules]) =>
      new Map([...rules.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]])),
  );

  /** Relative luminance by the Web Content Accessibility Guidelines, 2.1. */
  function luminance(colour: string): number {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: string, other: string): number {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  it('of all text stand out from the paper by 4.5 to 1, in light and dark', () => {
    expect(palettes).toHaveLength(2);
    for (const palette of palettes)
      for (const name of ['ink', 'soft', 'link', 'loss', 'gain'])
        for (const ground of ['paper', 'panel'])
          expect(contrast(palette.get(name) ?? '', palette.get(ground) ?? '')).toBeGreaterThan(4.5);
  });

  it('of all lines on the map stand out from land and water by 3 to 1', () => {
    for (const palette of palettes)
      for (const name of ['rail', 'road', 'ferry', 'loss', 'gain', 'hit'])
        for (const ground of ['land', 'water'])
          expect(contrast(palette.get(name) ?? '', palette.get(ground) ?? '')).toBeGreaterThan(3);
  });
});
