// The table of back-tests: observed values beside the model and two naive forecasts.

import { markdownTable, numberColumn, textColumn } from './markdown-table.ts';

interface Score {
  readonly title: string;
  readonly observations: readonly {
    readonly title: string;
    readonly observed: number;
    readonly modelled: { readonly mean: number; readonly p05: number; readonly p95: number };
    readonly unchanged: number;
    readonly proportional: number;
    readonly target: readonly [number, number];
    readonly met: boolean;
    readonly fitted: boolean;
    readonly note: string;
  }[];
  readonly modelError: number;
  readonly unchangedError: number;
  readonly proportionalError: number;
}

/** The scores and the observations of all episodes, as Markdown. */
export function backtestReport(scores: readonly Score[]): string {
  return [
    markdownTable(
      [
        textColumn('episode'),
        ...['model', 'nothing changes', 'proportional'].map(numberColumn),
        textColumn('better than both'),
      ],
      scores.map(({ title, modelError, unchangedError, proportionalError }) => [
        title,
        ...[modelError, unchangedError, proportionalError].map((error) => error.toFixed(2)),
        modelError < Math.min(unchangedError, proportionalError) ? 'yes' : 'no',
      ]),
    ),
    ...scores.flatMap((score) => ['', `**${score.title}**`, '', observationsOf(score)]),
  ].join('\n');
}

function observationsOf({ observations }: Score): string {
  return markdownTable(
    [
      textColumn('what'),
      ...['observed', 'model', '5 to 95 %', 'nothing changes', 'proportional', 'target'].map(
        numberColumn,
      ),
      textColumn('met'),
      textColumn('note'),
    ],
    observations.map((row) => [
      row.title,
      row.observed.toFixed(2),
      row.modelled.mean.toFixed(2),
      `${row.modelled.p05.toFixed(2)} to ${row.modelled.p95.toFixed(2)}`,
      row.unchanged.toFixed(2),
      row.proportional.toFixed(2),
      row.target.map((end) => end.toFixed(2)).join(' to '),
      `${row.met ? 'yes' : 'no'}${row.fitted ? ', fitted' : ''}`,
      row.note,
    ]),
  );
}
