// Prints what was measured beside the baseline.

import { type ComparedBenchmark, failingPart, shownPart } from './comparison.ts';

const columns = [
  'benchmark',
  'ns per stage and step',
  'over calibration',
  'replications/s',
  'peak MiB',
  'over baseline',
  '',
] as const;

/** The table, line by line. */
export function tableLines(compared: readonly ComparedBenchmark[]): string[] {
  return alignedLines([columns, ...compared.map(cellsOf)]);
}

function cellsOf({ measured, change, memoryChange, verdict }: ComparedBenchmark): string[] {
  const { id, nanosecondsPerStageStep, ratio, replicationsPerSecond, peakMebibytes } = measured;
  const memory = memoryChange === undefined ? '' : ` (memory ${memoryChange.toFixed(2)})`;
  return [
    id,
    nanosecondsPerStageStep.toPrecision(3),
    ratio.toPrecision(3),
    replicationsPerSecond?.toPrecision(3) ?? '',
    peakMebibytes?.toFixed(0) ?? '',
    change === undefined ? '' : `${change.toFixed(2)}${memory}`,
    verdict === 'ok' ? '' : verdict,
  ];
}

/** Pads the cells of each column to its widest: text to the left, what follows the first column to the right. */
export function alignedLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** What the table comes to, in one line. */
export function verdictLine(compared: readonly ComparedBenchmark[], node: string): string {
  const count = (verdict: string) => compared.filter((each) => each.verdict === verdict).length;
  if (count('new') === compared.length)
    return `no baseline for ${node}: npm run bench -- --update writes one`;
  return (
    `${compared.length} benchmarks: ${count('failed')} slower or larger than the baseline by more than ` +
    `${100 * failingPart} %, ${count('slower')} by more than ${100 * shownPart} %, ${count('new')} new`
  );
}
