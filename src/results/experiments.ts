// experiments.csv and drivers.csv: the draws and headline outcomes of every replication, and which draws drive which outcome.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import { isConstant, rankCorrelation, rankRegression } from '../numerics/rank-regression.ts';
import type { ReplicationPlan } from '../replicate/run-job.ts';
import { all, notShippedSink } from './keys.ts';
import type { Table } from './table.ts';
import { createTableBuilder, inputPrefix, outcomePrefix } from './table-builder.ts';

/** Collects the outcomes of the replications. */
export interface Experiments {
  record(replication: number, results: readonly ReplicationResult[]): void;
  /** One row a scenario and replication. */
  experimentsTable(): Table;
  /** Regressions on ranks of each scenario's outcomes on its draws. */
  driversTable(): Table;
}

/** A headline outcome of a scenario in every replication. */
interface Outcome {
  readonly name: string;
  readonly values: Float64Array;
}

export function createExperiments({ models, draws, replications }: ReplicationPlan): Experiments {
  const outcomes = models.map((model) =>
    outcomeNames(model).map((name): Outcome => ({ name, values: new Float64Array(replications) })),
  );
  return {
    record(replication, results) {
      results.forEach((result, index) => {
        outcomesOf(models[index], result, results[0]).forEach((value, at) => {
          outcomes[index][at].values[replication] = value;
        });
      });
    },
    experimentsTable: () => tabulate(models, draws, outcomes, replications),
    driversTable() {
      const table = createTableBuilder('drivers', [
        'scenario',
        'outcome',
        'input',
        'variable',
        'unit',
        'value',
      ]);
      models.forEach((model, index) => {
        const inputs = inputSamples(model, draws[index]).filter(
          ({ values }) => !isConstant(values),
        );
        const told = index === 0 ? 'change.' : 'dispatched.';
        for (const outcome of outcomes[index]) {
          if (!outcome.name.startsWith(told)) addDrivers(table.add, model.name, inputs, outcome);
        }
      });
      return table.build();
    },
  };
}

function outcomeNames({ labels }: CompiledModel): string[] {
  const sinks = [...labels.corridors, notShippedSink];
  return [
    ...sinks.map((sink) => `dispatched.${sink}`),
    ...sinks.map((sink) => `change.${sink}`),
    'generalised_cost',
    'transit_time',
    'delayed',
  ];
}

/** In the order of `outcomeNames`, over the whole horizon. */
function outcomesOf(
  { counts }: CompiledModel,
  result: ReplicationResult,
  baseline: ReplicationResult,
): number[] {
  const sinks = counts.corridors + 1;
  const tonnes = columnSums(result.corridorTonnes, sinks);
  const before = columnSums(baseline.corridorTonnes, sinks);
  const shipped = total(tonnes.subarray(0, counts.corridors));
  const stock = (array: Float64Array) => total(array.subarray(array.length - counts.groups));
  return [
    ...tonnes,
    ...tonnes.map((value, sink) => value - before[sink]),
    total(result.corridorCost) / shipped,
    total(result.corridorTonneDays) / shipped,
    stock(result.groupQueued) + stock(result.groupInTransit),
  ];
}

function columnSums(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let first = 0; first < values.length; first += width)
    for (let column = 0; column < width; column++) sums[column] += values[first + column];
  return sums;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum;
}

/** The draws of each of a model's inputs over the replications; not those of single occurrences. */
function inputSamples({ inputs }: CompiledModel, draws: Float64Array) {
  return inputs.flatMap(({ name, ofOccurrence }, input) =>
    ofOccurrence
      ? []
      : { name, values: draws.filter((_, index) => index % inputs.length === input) },
  );
}

function tabulate(
  models: readonly CompiledModel[],
  draws: readonly Float64Array[],
  outcomes: readonly (readonly Outcome[])[],
  replications: number,
): Table {
  const inputNames = [
    ...new Set(
      models.flatMap(({ inputs }) =>
        inputs.flatMap(({ name, ofOccurrence }) => (ofOccurrence ? [] : name)),
      ),
    ),
  ].sort();
  const table = createTableBuilder('experiments', [
    'scenario',
    'replication',
    ...inputNames.map((name) => `${inputPrefix}${name}`),
    ...outcomes[0].map(({ name }) => `${outcomePrefix}${name}`),
  ]);
  models.forEach((model, index) => {
    const samples = new Map(
      inputSamples(model, draws[index]).map(({ name, values }) => [name, values]),
    );
    for (let replication = 0; replication < replications; replication++) {
      table.add(
        [model.name, String(replication)],
        [
          ...inputNames.map((name) => samples.get(name)?.[replication] ?? NaN),
          ...outcomes[index].map(({ values }) => values[replication]),
        ],
      );
    }
  });
  return table.build();
}

/** Rows of one outcome; none when it is the same in every replication, or no number in one. */
function addDrivers(
  add: (texts: readonly string[], numbers: readonly number[]) => void,
  scenario: string,
  inputs: readonly Outcome[],
  outcome: Outcome,
): void {
  if (isConstant(outcome.values) || outcome.values.some(Number.isNaN)) return;
  const { coefficients, rSquared } = rankRegression(
    inputs.map(({ values }) => values),
    outcome.values,
  );
  const row = (input: string, variable: string, value: number) =>
    add([scenario, outcome.name, input, variable, '1'], [value]);
  row(all, 'r_squared', rSquared);
  row(all, 'adjusted_r_squared', adjusted(rSquared, outcome.values.length, inputs.length));
  inputs.forEach(({ name, values }, index) => {
    row(name, 'standardised_rank_coefficient', coefficients[index]);
    row(name, 'rank_correlation', rankCorrelation(values, outcome.values));
  });
}

/** R² less what as many inputs that mean nothing would explain by chance. */
function adjusted(rSquared: number, replications: number, inputs: number): number {
  return 1 - ((1 - rSquared) * (replications - 1)) / (replications - inputs - 1);
}
