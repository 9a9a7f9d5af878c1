// The report as one self-contained page.

import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/report.ts';
import { emptyResults, smallResults, tableOf } from './fixture.ts';

const page = renderHtml(smallResults());

/** Text of the cells of the first table row whose heading is this. */
function cellsOf(heading: string, caption: string): string[] {
  const table = page.split('<caption>').find((part) => part.startsWith(caption)) ?? '';
  const row = table.split('<tr').find((part) => part.includes(`${heading}</th>`));
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((match) =>
    match[1].replace(/<[^>]*>/g, '').replace(/\u00a0/g, ' '),
  );
}

describe('report.html', () => {
  it('tells of events taken out and of values that a scenario sets', () => {
    const { summary, tables } = smallResults();
    const [baseline, closure, nothing] = summary.scenarios;
    const scenarios = [
      { ...baseline, events: closure.events },
      closure,
      { ...nothing, changedValues: [{ subject: 'flows.one.volume', before: '2', after: '' }] },
    ];
    const changed = renderHtml({ summary: { ...summary, scenarios }, tables });
    const part = changed.split('id="s-nothing"')[1].split('What the scenario changes')[1];
    expect(part).toContain('these events do not happen:</p><ul class="events"><li>The port closes');
    expect(part).toMatch(/flows\.one\.volume<\/th><td>2<\/td><td>–<\/td>/);
    expect(part).not.toContain('Nothing but what happens');
  });

  it('gives the numbers of the map in a table', () => {
    // L2 and L3 carry 200 and 300 kt in both runs; of the links only L4, at sea, changes.
    expect(page).not.toContain('The lines that change most');
    const { summary } = smallResults();
    const onLand = summary.links.map((link) => ({ ...link, mode: 'rail' as const }));
    const drawn = renderHtml({ ...smallResults(), summary: { ...summary, links: onLand } });
    const table = drawn.split('The lines that change most')[1].split('</table>')[0];
    // 400 kt before, three tenths of it after.
    expect(table).toMatch(/<td>400<\/td><td>120<\/td><td>−280<\/td>/);
  });

  it('shows the numbers of the tables', () => {
    const cells = cellsOf('Sea', 'Tonnes dispatched on each corridor');
    expect(cells).toEqual(['1.20', '1.95', '+0.75', '+0.60 to +0.90', '', '+0.45 to +1.05']);
    expect(cellsOf('Northern Corridor', 'What the scenario expects')).toEqual([
      'change falls',
      '+400 kt',
      '+320 to +480',
      '✗ not met',
    ]);
  });

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|audio|video|source|base)\b/i);
    expect(page).toContain(`content="default-src &#39;none&#39;;`);
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

  it('stays readable with many scenarios, each in brief', () => {
    const { summary, tables } = smallResults();
    const [baseline, closure] = summary.scenarios;
    const names = Array.from({ length: 14 }, (_, index) => `port-closure-${index}`);
    const scenarios = [baseline, ...names.map((name) => ({ ...closure, name }))];
    const many = renderHtml({ summary: { ...summary, scenarios }, tables });
    expect(many.match(/class="scenario"/g)).toHaveLength(14);
    // What the script draws when asked for is hidden without it.
    expect(many.match(/<fieldset class="switch" hidden/g)).toHaveLength(14);
    expect(many).not.toContain('id="baseline0"');
    expect(page).toContain('id="baseline0"');
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

const corridorColourNames = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'kn'];

// What is left of red, green and blue light for people with normal sight, without red and without green cones:
// Machado, Oliveira and Fernandes (2009), IEEE Trans. Vis. Comput. Graph. 15(6), severity 1.
const normalSight = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const noRed = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const noGreen = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

/** Red, green and blue light of a colour, 0-1 (IEC 61966-2-1). */
function light(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}

/** CIELAB of a colour as seen with such eyes, white D65. */
function labColour(colour: string, sight: readonly (readonly number[])[]): number[] {
  const [red, green, blue] = sight.map((row) =>
    Math.max(
      0,
      light(colour).reduce((sum, value, axis) => sum + value * row[axis], 0),
    ),
  );
  const root = (share: number) => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('colours', () => {
  const palettes = [...page.matchAll(/:root\{([^}]*)\}/g)].map(
    ([, rules]) =>
      new Map([...rules.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]])),
  );

  /** Relative luminance by the Web Content Accessibility Guidelines, 2.1. */
  function luminance(colour: string): number {
    const [red, green, blue] = light(colour);
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

  it('of all lines on the map and charts stand out from land, water and paper by 3 to 1', () => {
    for (const palette of palettes)
      for (const name of [...corridorColourNames, 'loss', 'gain', 'hit'])
        for (const ground of ['land', 'water', 'paper'])
          expect(contrast(palette.get(name) ?? '', palette.get(ground) ?? '')).toBeGreaterThan(3);
  });

  it('of corridors differ, also for people who see no red or no green', () => {
    for (const palette of palettes)
      for (const sight of [normalSight, noRed, noGreen]) {
        const seen = corridorColourNames.map((name) => labColour(palette.get(name) ?? '', sight));
        // A difference of 2.3 can just be noticed; thin lines apart on a page want more.
        for (const [index, one] of seen.entries())
          for (const other of seen.slice(index + 1))
            expect(Math.hypot(...one.map((value, axis) => value - other[axis]))).toBeGreaterThan(6);
      }
  });
});
