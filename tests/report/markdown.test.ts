// The report as Markdown.

import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/report.ts';
import { emptyResults, smallResults, tableOf } from './fixture.ts';

const report = renderMarkdown(smallResults());

/** Cells of the table rows that start with this text. */
function rowsOf(text: string, start: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`| ${start}`))
    .map((line) => line.split(/ \| |^\| | \|$/).slice(1, -1));
}

describe('report.md', () => {
  it('shows the tonnes of the tables before and after, the change and its ranges', () => {
    // 1.2 Mt before, 1.95 Mt after; change 0.75 Mt, a fifth and two fifths of it to each side.
    expect(rowsOf(report, 'Sea |')[0]).toEqual([
      'Sea',
      '1.20',
      '1.95',
      '+0.75',
      '+0.60 to +0.90',
      '+0.45 to +1.05',
    ]);
    expect(rowsOf(report, 'Not shipped |')[0].slice(0, 4)).toEqual([
      'Not shipped',
      '0.10',
      '0.20',
      '+0.10',
    ]);
  });

  it('shows transfers with their share of the loss, interval and bounds in one unit', () => {
    const [largest] = rowsOf(report, 'Port').filter((cells) => cells[1] === 'Sea');
    // 750 kt: interval 600 to 900; bounds half and six fifths of it.
    expect(largest.slice(2)).toEqual(['750', '600 to 900', '60 %', '375 to 900']);
  });

  it('says which expectations were met, with what was measured', () => {
    expect(rowsOf(report, 'Northern Corridor | change falls')[0]).toEqual([
      'Northern Corridor',
      'change falls',
      '+400 kt',
      '+320 to +480',
      'NO',
    ]);
  });

  it('shows the longest queue with its month', () => {
    const [post] = rowsOf(report, 'Port').filter((cells) => cells[1] === 'Aug 2025');
    expect(post.slice(2)).toEqual(['45.0', '27.0 to 63.0', '0.0', '12.5']);
  });

  it('gives each assumption once and the command that repeats the run', () => {
    expect(report.match(/half of flow one/g)).toHaveLength(1);
    expect(report).toContain('1 entry has a source, 2 are assumptions.');
    expect(report).toContain(
      "cargoflow run scenarios/small-study/port-closure.yaml scenarios/small-study/nothing.yaml --replications 40 --seed 'seed one'",
    );
  });

  it('lets no name of the study break a table or become markup', () => {
    expect(report).toContain('Port &lt;b>"One"&lt;/b> &amp; Co \\| \\*two\\*');
    expect(report).not.toContain('<b>');
    expect(report).toContain('## The port &lt;closes>');
  });

  it('is the same text every time', () => {
    expect(renderMarkdown(smallResults())).toBe(report);
  });

  it('has no word for missing numbers but a dash', () => {
    expect(renderMarkdown(emptyResults())).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says that no tonnes move when none do', () => {
    const still = renderMarkdown(smallResults({ diversion: tableOf('diversion', []) }));
    expect(still.match(/No tonnes move\./g)).toHaveLength(2);
  });
});
