// Writes a compiled model with the draws of a replication, its results and its states as JSON text.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ReplicationResult } from '../engine/replication-result.ts';
import type { EngineState } from '../engine/state.ts';
import { type DescribedArray, type DumpedArray, describe } from './fields.ts';
import {
  choiceScalars,
  countFields,
  modelFields,
  partFields,
  timeScalars,
} from './model-fields.ts';
import { resultFields, resultScalars, traceFields } from './run-fields.ts';

/** What tells one dump from another. */
export interface DumpOrigin {
  readonly cargoflow: string;
  readonly seed: string;
  readonly replications: number;
  readonly replication: number;
}

/** Every array of a model with its description. */
export function describeModel(model: CompiledModel): DescribedArray[] {
  const parts = Object.entries(partFields).flatMap(([part, fields]) =>
    describe<object>(part, model[part as keyof typeof partFields], fields),
  );
  return [...parts, ...describe('', model, modelFields)];
}

/** Every array of the results with its description. */
export function describeResult(result: ReplicationResult): DescribedArray[] {
  return describe('', result, resultFields);
}

/**
 * model.json piece by piece: what one replication is computed from.
 * @param draws value of each of the model's inputs, in the unit of its field [inputs]
 */
export function* modelChunks(
  model: CompiledModel,
  draws: Float64Array,
  origin: DumpOrigin,
): Generator<string> {
  const { name, counts, labels, costs, events, inputs } = model;
  yield opening('model', { ...origin, scenario: name });
  yield member('counts', keysOf(countFields, counts));
  yield member('scalars', {
    ...withPrefix('choice', keysOf(choiceScalars, model.choice)),
    ...withPrefix('time', keysOf(timeScalars, model.time)),
  });
  yield member('labels', { ...labels, countries: costs.countries, events: events.ids });
  const drawn = inputs.map((input, index) => ({
    name: input.name,
    unit: input.unit,
    draw: draws[index],
  }));
  yield member('inputs', drawn);
  yield* arrayChunks(describeModel(model));
}

/** results.json piece by piece: what the engine makes of it. */
export function* resultChunks(
  model: CompiledModel,
  result: ReplicationResult,
  origin: DumpOrigin,
): Generator<string> {
  yield opening('results', { ...origin, scenario: model.name });
  yield member('scalars', keysOf(resultScalars, result));
  yield* arrayChunks(describeResult(result));
}

/** A line of trace.ndjson: the state after the step `state.step - 1`. */
export function traceLine(state: EngineState): string {
  const members = Object.entries(traceFields).map(
    ([name, { valuesOf }]) => `${JSON.stringify(name)}:${numbers(valuesOf(state))}`,
  );
  return `{"step":${state.step - 1},${members.join(',')}}\n`;
}

function opening(content: string, origin: object): string {
  return `{\n"format": ${JSON.stringify(`cargoflow ${content} 1`)},\n"origin": ${JSON.stringify(origin)},\n`;
}

function member(name: string, value: unknown): string {
  const finite = (_: string, part: unknown) => (part === Infinity ? 'Infinity' : part);
  return `${JSON.stringify(name)}: ${JSON.stringify(value, finite)},\n`;
}

/** The last member of the document, one array a line. */
function* arrayChunks(arrays: readonly DescribedArray[]): Generator<string> {
  yield '"arrays": {\n';
  for (const [index, { name, shape, unit, meaning, values }] of arrays.entries()) {
    const head = JSON.stringify({ type: typeOf(values), shape, unit, meaning });
    const comma = index + 1 < arrays.length ? ',' : '';
    yield `${JSON.stringify(name)}: ${head.slice(0, -1)},"values":${numbers(values)}}${comma}\n`;
  }
  yield '}\n}\n';
}

function typeOf(values: DumpedArray): string {
  if (values instanceof Float64Array) return 'float64';
  return values instanceof Int32Array ? 'int32' : 'uint8';
}

/** Numbers in the shortest form that reads back to the same number; JSON has no Infinity and no NaN: they are strings. */
function numbers(values: DumpedArray): string {
  const texts = Array.from(values, (value) =>
    Number.isFinite(value) ? String(value) : `"${value}"`,
  );
  return `[${texts.join(',')}]`;
}

function keysOf<Part extends object>(fields: object, part: Part): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, part[key as keyof Part]]));
}

function withPrefix(prefix: string, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]),
  );
}
