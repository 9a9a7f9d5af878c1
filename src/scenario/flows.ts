// Builds the flows of a study.

import type * as z from 'zod';
import type { Flow } from '../model/demand.ts';
import { kindLabel, kinds } from './kinds.ts';
import { declared, isKnown, type Names } from './names.ts';
import { placeInside } from './place.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { isFault } from './quantity.ts';
import { type Reading, readTree } from './read-tree.ts';
import { demandSchema } from './schema-study.ts';
import { readSharedInputs, type SharedInput, type SharedInputs } from './shared-inputs.ts';
import type { Study } from './study-files.ts';
import { placeAt, treeAt } from './tree.ts';
import { type DrawnNumbers, medianOf, pushOnce, pushYearly } from './uncertain.ts';
import type { Dimension } from './units.ts';
import { readVolume } from './volumes.ts';

type DemandFields = z.output<typeof demandSchema>;
type FlowFields = DemandFields['flows'][number];

interface FlowContext {
  readonly reading: Reading<DemandFields>;
  readonly names: Names;
  /** Calendar years that the horizon touches. */
  readonly years: readonly number[];
  readonly shared: SharedInputs;
  /** What each shared input measures. */
  readonly dimensions: ReadonlyMap<string, Dimension | undefined>;
  readonly drawn: DrawnNumbers;
  /** What was made of the texts of volumes so far: many flows have the same. */
  readonly volumes: Map<string, ReturnType<typeof readVolume>>;
  /** Ids of the shared inputs that a volume names; grows. */
  readonly used: Set<string>;
  readonly problems: Problem[];
}

/**
 * The flows; undefined when some have problems, which are reported.
 * @param years   calendar years that the horizon touches
 * @param drawn  gets the shared inputs of the file, then those of the volumes
 */
export function buildFlows(
  study: Study,
  names: Names,
  years: readonly number[],
  drawn: DrawnNumbers,
  problems: Problem[],
): Flow[] | undefined {
  if (study.demand) declared(treeAt(study.demand, ['flows']), 'id', 'flow', problems);
  const reading = readTree(demandSchema, study.demand, problems);
  if (!reading || !study.demand) return undefined;
  const shared = readSharedInputs(reading, study.demand, years, drawn.inputs, problems);
  const dimensions = new Map([...shared].map(([id, input]) => [id, input?.dimension]));
  const used = new Set<string>();
  const volumes: FlowContext['volumes'] = new Map();
  const context = { reading, names, years, shared, dimensions, drawn, volumes, used, problems };
  const flows = reading.value.flows.map((fields, index) => buildFlow(fields, index, context));
  if (!reading.complete) return undefined;
  const whole = flows.filter((flow) => flow !== undefined);
  if (whole.length < flows.length) return undefined;
  warnOfUnusedInputs(reading, used, problems);
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
      calendar: fields.calendar ?? '',
      ...volume,
      notShippedShare: fields.not_shipped ?? 0,
      reservationCostPerTonne: fields.reservation_cost,
    }
  );
}

type FlowVolume = Pick<Flow, 'volumeTonnesPerYear' | 'volumeFactors'> & { calendar?: string };

function volumeOf(fields: FlowFields, index: number, context: FlowContext): FlowVolume | undefined {
  const { reading, years, shared, drawn, used, problems } = context;
  const { id, volume: written } = fields;
  if (typeof written !== 'string') {
    const { distribution, isYearly } = written;
    const input = { name: `demand.${id}.volume`, unit: kindLabel(kinds.volume), distribution };
    const ones = years.map(() => 1);
    const inputs = isYearly
      ? pushYearly(input, years, drawn.inputs)
      : pushOnce(input, drawn.inputs);
    return drawnVolume({ distribution, inputs, isYearly }, ones, index, drawn);
  }
  const volume = knownVolume(written, context);
  if (isFault(volume)) {
    const place = placeAt(reading.tree, ['flows', index, 'volume']);
    const inside = placeInside(place, written, volume.offset);
    problems.push(problemAt(inside, volume.code, volume.message, volume.hint));
    return undefined;
  }
  if (!volume) return undefined;
  const { input, values, calendar } = volume;
  if (calendar !== undefined && fields.calendar !== undefined) {
    const message = 'the volume names a calendar already';
    problems.push(
      problemAt(placeAt(reading.tree, ['flows', index, 'calendar']), 'two-values', message),
    );
  }
  const season = calendar === undefined ? {} : { calendar };
  if (input === undefined) return { ...certainVolume(values), ...season };
  used.add(input);
  return { ...drawnVolume(shared.get(input)!, values, index, drawn), ...season };
}

/** What a text gives as a volume; each text is read once. */
function knownVolume(
  text: string,
  { names, years, dimensions, volumes }: FlowContext,
): ReturnType<typeof readVolume> {
  if (!volumes.has(text)) {
    const calendars = new Set(names.calendars?.keys());
    volumes.set(text, readVolume(text, years, dimensions, calendars));
  }
  return volumes.get(text);
}

/** A volume as an amount and a factor for each year; the factors start with 1 where that is possible. */
function certainVolume(values: readonly number[]): FlowVolume {
  const first = values[0] ?? 0;
  if (first === 0) return { volumeTonnesPerYear: 1, volumeFactors: values };
  return { volumeTonnesPerYear: first, volumeFactors: values.map((value) => value / first) };
}

/** A volume that is drawn: once for all years, or, in the factors, each year anew. */
function drawnVolume(
  { distribution, inputs, isYearly }: Omit<SharedInput, 'dimension'>,
  values: readonly number[],
  index: number,
  drawn: DrawnNumbers,
): FlowVolume {
  if (!isYearly) return { volumeTonnesPerYear: { input: inputs[0] }, volumeFactors: values };
  inputs.forEach((name, year) => {
    const terms = [{ input: name, factor: values[year], reciprocal: false }];
    drawn.values.push({ field: { of: 'volume', index, year }, constant: 0, terms });
  });
  const median = medianOf(distribution);
  return { volumeTonnesPerYear: 1, volumeFactors: values.map((value) => value * median) };
}

function warnOfUnusedInputs(
  { value, tree }: Reading<DemandFields>,
  used: ReadonlySet<string>,
  problems: Problem[],
): void {
  value.inputs?.forEach(({ id }, index) => {
    if (used.has(id)) return;
    const place = placeAt(tree, ['inputs', index, 'id']);
    const message = `no flow uses the input "${id}"`;
    problems.push(problemAt(place, 'unused-value', message, '', 'warning'));
  });
}
