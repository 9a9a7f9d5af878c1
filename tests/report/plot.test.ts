// Single charts as files that stand alone, and the pictures of the Markdown report.

import { describe, expect, it } from 'vitest';
import { pngOf } from '../../src/cli/png.ts';
import { pageContext } from '../../src/report/page-context.ts';
import { createPlotter } from '../../src/report/plot.ts';
import { renderMarkdown, renderPictures, viewScenarios } from '../../src/report/report.ts';
import { awkwardName, emptyResults, smallResults } from './fixture.ts';

const results = smallResults();
const views = viewScenarios(results);
const [closure] = views;
const draw = createPlotter(pageContext(results, views));

/** Content of the elements of this name. */
function contents(svg: string, name: string): string[] {
  return [...svg.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(
    ([, content]) => content,
  );
}

describe('single charts', () => {
  const charts = [
    draw(closure, { chart: 'map' }),
    draw(closure, { chart: 'map-before' }),
    draw(closure, { chart: 'map-after' }),
    draw(closure, { chart: 'diversion' }),
    draw(closure, { chart: 'corridor', of: 'south' }),
    draw(closure, { chart: 'queue', of: 'BND' }),
    draw(closure, { chart: 'wait', of: 'BND' }),
  ];

  it('stand alone: nothing is asked of a page, a network or a style sheet', () => {
    for (const svg of charts) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d/);
      expect(svg).not.toMatch(/var\(|https?:(?!\/\/www\.w3\.org\/2000\/svg")|NaN|undefined/);
      const referred = [...svg.matchAll(/href="#(\w+)"/g)].map(([, id]) => id);
      const defined = new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
      expect(referred.filter((id) => !defined.has(id))).toEqual([]);
    }
  });

  it('say what they show, of which run', () => {
    const texts = charts.map((svg) => contents(svg, 'text'));
    expect(texts[0]).toContain('The port &#60;closes&#62;');
    expect(texts[0].join()).toMatch(/Change of the tonnes on every line, 202[56]/);
    expect(texts[5].join(' ')).toContain('Queue at Port');
    for (const text of texts)
      expect(text.join(' ')).toMatch(/small-study, port-closure; means of 40 replications, seed/);
  });

  it('number their events as the list below them does', () => {
    const texts = contents(charts[4], 'text');
    expect(texts).toContain('1');
    expect(texts).toContain('1 The port closes');
  });

  it('show one layer of a map: lines of losses in the change alone', () => {
    const losses = (svg: string) => svg.match(/<use [^>]*class="loss"/g)?.length ?? 0;
    expect(losses(charts[0])).toBeGreaterThan(0);
    expect([losses(charts[1]), losses(charts[2])]).toEqual([0, 0]);
    expect(charts[1]).not.toBe(charts[2]);
  });

  it('give a line the width of its tonnes, which no rule overrides', () => {
    // The line to the port loses most, hence has the widest stroke of 20 px.
    const widths = [...charts[0].matchAll(/class="loss" stroke-width="([\d.]+)"/g)];
    expect(Math.max(...widths.map(([, width]) => Number(width)))).toBe(20);
    const rules = contents(charts[0], 'style')[0].split('\n');
    expect(rules.filter((rule) => /^use\S*\{[^}]*stroke-width/.test(rule))).toEqual([]);
  });

  it('refuse what is not there, in words', () => {
    expect(() => draw(closure, { chart: 'corridor', of: 'west' })).toThrow('no corridor "west"');
    expect(() => draw(closure, { chart: 'queue' })).toThrow('--of');
    expect(() => draw(views[1], { chart: 'diversion' })).toThrow('no tonnes move');
  });

  it('become pixels, two for each of the picture', async () => {
    const png = Buffer.from(await pngOf(charts[4]));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(charts[4])!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([+width * 2, +height * 2]);
  });
});

describe('pictures of report.md', () => {
  it('are all that it refers to, and no others', () => {
    const referred = [...renderMarkdown(results).matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)];
    const paths = renderPictures(results).map(([path]) => path);
    expect(referred.map(([, path]) => path).sort()).toEqual([...paths].sort());
    expect(paths).toContain('pictures/port-closure-diversion.svg');
    expect(paths).not.toContain('pictures/nothing-diversion.svg');
  });

  it('show the corridor that changes most', () => {
    // South loses 1.25 Mt, the sea gains 0.75.
    const [, svg] = renderPictures(results).find(([path]) => path.includes('closure-corridor'))!;
    const title = awkwardName.split(' ')[0];
    expect(contents(svg, 'text')[0]).toContain(title);
  });

  it('are drawn of an empty study too', () => {
    for (const [, svg] of renderPictures(emptyResults())) expect(svg).not.toMatch(/NaN|undefined/);
  });
});
