// The table of published lengths, times and prices beside those of the model.

import { markdownTable, numberColumn, textColumn } from './markdown-table.ts';

interface Row {
  readonly journey: {
    readonly title: string;
    readonly than: string;
    readonly exception: string;
    readonly sources: readonly string[];
  };
  readonly what: string;
  readonly unit: string;
  readonly modelled: number;
  readonly published: readonly [number, number];
  readonly miss: number;
}

/** The table as Markdown. */
export function journeysReport(rows: readonly Row[]): string {
  return markdownTable(
    [
      textColumn('way'),
      textColumn('what'),
      ...['model', 'published', 'outside it by'].map(numberColumn),
      textColumn('source'),
    ],
    rows.map(({ journey, what, unit, modelled, published, miss }) => [
      journey.title,
      what.endsWith('against') ? `${what} ${journey.than}` : `${what}, ${unit}`,
      written(modelled),
      [...new Set(published.map(written))].join(' to '),
      miss === 0 ? '' : `${(miss * 100).toFixed(0)} %`,
      journey.sources.join(', '),
    ]),
  );
}

/** The journeys that are allowed to be further off, with the reason. */
export function exceptionsReport(rows: readonly Row[]): string {
  const exceptions = new Map(
    rows
      .filter(({ journey }) => journey.exception !== '')
      .map(({ journey }) => [journey.title, journey.exception]),
  );
  return [...exceptions].map(([title, reason]) => `- ${title}: ${reason}.`).join('\n');
}

function written(value: number): string {
  return value < 10 ? value.toFixed(1 + Number(value < 2)) : value.toFixed(0);
}
