// The report of a calibration: fitted and held-back totals before and after, constants, scales tried.

import { markdownTable, numberColumn, textColumn } from './markdown-table.ts';

/** What is reported, see `calibration/calibrate.ts`. */
interface ReportedCalibration {
  readonly observations: readonly {
    readonly title: string;
    readonly tonnesPerYear: number;
    readonly before: number;
    readonly after: number;
    readonly fittedCorridor: string | undefined;
    readonly note: string;
  }[];
  readonly constants: readonly {
    readonly corridor: string;
    readonly before: number;
    readonly after: number;
    readonly standardError: number;
  }[];
  readonly evaluations: number;
  readonly converged: boolean;
  readonly scaleTrials: readonly { readonly scaleFactor: number; readonly heldBackError: number }[];
}

/** The report as Markdown. */
export function calibrationReport(result: ReportedCalibration): string {
  const state = result.converged ? 'converged' : 'did not converge';
  return [
    `The fit ${state} after ${result.evaluations} evaluations.`,
    '',
    '**Tonnes**, Mt/yr',
    '',
    observationTable(result.observations),
    '',
    '**Constants**, USD/t',
    '',
    constantTable(result.constants),
    ...scaleLines(result.scaleTrials),
  ]
    .join('\n')
    .concat('\n');
}

/** Observed totals beside those of the model with the constants of the study and with those fitted, Mt/yr. */
export function observationTable(rows: ReportedCalibration['observations']): string {
  return markdownTable(
    [
      textColumn('what'),
      textColumn('use'),
      ...['observed', 'before', 'after', 'error'].map(numberColumn),
      textColumn('note'),
    ],
    rows.map(({ title, fittedCorridor, tonnesPerYear, before, after, note }) => [
      title,
      fittedCorridor === undefined ? 'held back' : 'fitted',
      inMegatonnes(tonnesPerYear),
      inMegatonnes(before),
      inMegatonnes(after),
      signedPercent(after / tonnesPerYear - 1),
      note,
    ]),
  );
}

/** Constants of the study and those fitted, USD/t. */
export function constantTable(rows: ReportedCalibration['constants']): string {
  return markdownTable(
    [textColumn('corridor'), ...['before', 'after', 'standard error'].map(numberColumn)],
    rows.map(({ corridor, before, after, standardError }) => [
      corridor,
      before.toFixed(1),
      after.toFixed(1),
      Number.isNaN(standardError) ? 'not determined' : standardError.toFixed(1),
    ]),
  );
}

function scaleLines(trials: ReportedCalibration['scaleTrials']): string[] {
  if (trials.length === 0) return [];
  return [
    '',
    '**Logit scales**, each with constants of its own, judged by the observations held back',
    '',
    markdownTable(
      ['scales times', 'root mean square of ln(model / observed)'].map(numberColumn),
      trials.map(({ scaleFactor, heldBackError }) => [
        String(scaleFactor),
        heldBackError.toFixed(3),
      ]),
    ),
  ];
}

function inMegatonnes(tonnes: number): string {
  const megatonnes = tonnes / 1e6;
  return megatonnes.toFixed(megatonnes < 1 ? 3 : 2);
}

function signedPercent(share: number): string {
  const percent = (share * 100).toFixed(0);
  return `${share >= 0 ? '+' : ''}${percent} %`;
}
