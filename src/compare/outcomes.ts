// Compares the outcomes of two experiments.csv by their samples, pair by pair where the draws are the same.

import type { NumberColumn, Table } from '../results/table.ts';
import { inputPrefix, outcomePrefix } from '../results/table-builder.ts';
import { type TableComparison, WorstDifferences } from './differences.ts';
import { pairedProbability, welchProbability } from './sampling-error.ts';
import { relativeDifference } from './tolerances.ts';

/** A comparison of samples, and whether it could be made pair by pair. */
export interface OutcomeComparison extends TableComparison {
  readonly paired: boolean;
}

/** Every outcome of every scenario that both have; a scenario or outcome of one only is a difference. */
export function compareOutcomes(first: Table, second: Table): OutcomeComparison {
  const paired = haveSameDraws(first, second);
  const samples = [samplesOf(first), samplesOf(second)] as const;
  const worst = new WorstDifferences();
  const lone = (kind: 'missing' | 'extra', row: string) =>
    worst.add({ row, kind, column: '', first: '', second: '', relative: Infinity });
  let compared = 0;
  for (const [row, before] of samples[0]) {
    const after = samples[1].get(row);
    if (!after) {
      lone('missing', row);
      continue;
    }
    compared += 1;
    const means = [mean(before), mean(after)] as const;
    const probability = paired
      ? pairedProbability(before, after)
      : welchProbability(sampleOf(before), sampleOf(after));
    if (before.length === after.length && before.every((value, at) => Object.is(value, after[at])))
      continue;
    worst.add({
      row,
      kind: 'changed',
      column: 'mean',
      first: String(means[0]),
      second: String(means[1]),
      relative: relativeDifference(...means),
      ...(Number.isNaN(probability) ? {} : { probability }),
    });
  }
  for (const row of samples[1].keys()) if (!samples[0].has(row)) lone('extra', row);
  const { count, differences } = worst.beyondChance(compared);
  return { table: 'experiments', rowCount: compared, differenceCount: count, differences, paired };
}

/** Same scenarios, replications and draws of every input, in the same order. */
function haveSameDraws(first: Table, second: Table): boolean {
  const keys = (table: Table) =>
    table.columns.filter(({ name, kind }) => kind === 'text' || name.startsWith(inputPrefix));
  const others = keys(second);
  return (
    first.rowCount === second.rowCount &&
    keys(first).length === others.length &&
    keys(first).every(({ name, values }, at) => {
      const other = others[at];
      return (
        other.name === name &&
        [...values].every((value, row) => Object.is(value, other.values[row]))
      );
    })
  );
}

/** Values over the replications by scenario and outcome; outcomes without a value are left out. */
function samplesOf(table: Table): Map<string, Float64Array> {
  const scenarios = table.columns[0].values as readonly string[];
  const outcomes = table.columns.filter(
    (column): column is NumberColumn =>
      column.kind === 'number' && column.name.startsWith(outcomePrefix),
  );
  const samples = new Map<string, Float64Array>();
  for (const scenario of new Set(scenarios)) {
    for (const { name, values } of outcomes) {
      const sample = values.filter((_, row) => scenarios[row] === scenario);
      if (sample.some(Number.isNaN)) continue;
      samples.set(`${scenario} ${name.slice(outcomePrefix.length)}`, sample);
    }
  }
  return samples;
}

function sampleOf(values: Float64Array) {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
  return { mean: centre, sd: Math.sqrt(squares / (values.length - 1)), count: values.length };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
