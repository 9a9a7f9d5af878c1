// Builds the flows of a study.

import type * as z from 'zod';
import type { Flow } from '../model/demand.ts';
import type { Amount } from '../model/uncertainty.ts';
import { kindLabel, kinds } from './kinds.ts';
import { declared, isKnown, type Names } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { isFault } from './quantity.ts';
import { type Reading, readTree } from './read-tree.ts';
import { demandSchema } from './schema-study.ts';
import { readSharedInputs, type SharedInputs, sharedInputName } from './shared-inputs.ts';
import type { Study } from './study-files.ts';
import { placeAt, treeAt } from './tree.ts';
import { amountOf, type InputList } from './uncertain.ts';
import { readVolume } from './volumes.ts';

type DemandFields = z.output<typeof demandSchema>;
type FlowFields = DemandFields['flows'][number];

interface FlowContext {
  readonly reading: Reading<DemandFields>;
  readonly names: Names;
  /** Calendar years that the horizon touches. */
  readonly years: readonly number[];
  readonly shared: SharedInputs;
  readonly inputs: InputList;
  readonly problems: Problem[];
}

/**
 * The flows; undefined when some have problems, which are reported.
 * @param years   calendar years that the horizon touches
 * @param inputs  gets the shared inputs of the file, then those of the volumes
 */
export function buildFlows(
  study: Study,
  names: Names,
  years: readonly number[],
  inputs: InputList,
  problems: Problem[],
): Flow[] | undefined {
  if (study.demand) declared(treeAt(study.demand, ['flows']), 'id', 'flow', problems);
  const reading = readTree(demandSchema, study.demand, problems);
  if (!reading || !study.demand) return undefined;
  const shared = readSharedInputs(reading, study.demand, inputs, problems);
  const context = { reading, names, years, shared, inputs, problems };
  const flows = reading.value.flows.map((fields, index) => buildFlow(fields, index, context));
  if (!reading.complete) return undefined;
  const whole = flows.filter((flow) => flow !== undefined);
  if (whole.length < flows.length) return undefined;
  warnOfUnusedInputs(reading, whole, problems);
  return whole;
}

function buildFlow(fields: FlowFields, index: number, context: FlowContext): Flow | undefined {
  const { reading, names, problems } = context;
  const place = (key: keyof FlowFields) => placeAt(reading.tree, ['flows', index, key]);
  isKnown(names.nodes, fields.origin, 'node', place('origin'), problems);
  isKnown(names.nodes, fields.destination, 'node', place('destination'), problems);
  isKnown(names.commodities, fields.commodity, 'commodity', place('commodity'), problems);
  if (fields.calendar !== undefined) {
    isKnown(names.calendars, fields.calendar, 'calendar', place('calendar'), problems);
  }
  if ((fields.not_shipped === undefined) === (fields.reservation_cost === undefined)) {
    const item = placeAt(reading.tree, ['flows', index]);
    const [code, message]: readonly [ProblemCode, string] =
      fields.not_shipped === undefined
        ? ['missing-key', '"not_shipped" or "reservation_cost" is missing']
        : ['two-values', 'a flow has either "not_shipped" or "reservation_cost"'];
    problems.push(problemAt(item, code, message));
  }
  if (fields.origin === fields.destination) {
    problems.push(problemAt(place('destination'), 'wrong-value', 'the flow ends where it starts'));
  }
  const volume = volumeOf(fields, index, context);
  return (
    volume && {
      id: fields.id,
      origin: fields.origin,
      destination: fields.destination,
      commodity: fields.commodity,
      ...volume,
      calendar: fields.calendar ?? '',
      notShippedShare: fields.not_shipped ?? 0,
      reservationCostPerTonne: fields.reservation_cost,
    }
  );
}

function volumeOf(
  fields: FlowFields,
  index: number,
  { reading, years, shared, inputs, problems }: FlowContext,
): Pick<Flow, 'volumeTonnesPerYear' | 'volumeFactors'> | undefined {
  const { id, volume: written } = fields;
  if (typeof written !== 'string') {
    const name = `demand.${id}.volume`;
    const amount = amountOf(written, name, kindLabel(kinds.volume), inputs);
    return { volumeTonnesPerYear: amount, volumeFactors: years.map(() => 1) };
  }
  const volume = readVolume(written, years, shared);
  if (isFault(volume)) {
    const place = placeAt(reading.tree, ['flows', index, 'volume']);
    problems.push(problemAt(place, volume.code, volume.message, volume.hint));
    return undefined;
  }
  return volume && inFactors(volume.input, volume.values);
}

/** A volume as an amount and a factor for each year; the factors start with 1 where that is possible. */
function inFactors(
  input: string | undefined,
  values: readonly number[],
): Pick<Flow, 'volumeTonnesPerYear' | 'volumeFactors'> {
  const first = values[0] ?? 0;
  if (input !== undefined) {
    const amount: Amount = { input: sharedInputName(input) };
    return { volumeTonnesPerYear: amount, volumeFactors: values };
  }
  if (first === 0) return { volumeTonnesPerYear: 1, volumeFactors: values };
  return { volumeTonnesPerYear: first, volumeFactors: values.map((value) => value / first) };
}

function warnOfUnusedInputs(
  { value, tree }: Reading<DemandFields>,
  flows: readonly Flow[],
  problems: Problem[],
): void {
  const used = new Set(
    flows.map(({ volumeTonnesPerYear: amount }) =>
      typeof amount === 'number' ? undefined : amount.input,
    ),
  );
  value.inputs?.forEach(({ id }, index) => {
    if (used.has(sharedInputName(id))) return;
    const place = placeAt(tree, ['inputs', index, 'id']);
    const message = `no flow uses the input "${id}"`;
    problems.push(problemAt(place, 'unused-value', message, '', 'warning'));
  });
}
