// Small hand-made worlds for tests: everything that a test does not care about has a plain value.

import { compile } from '../src/compile/compile.ts';
import type { CompiledModel } from '../src/compile/compiled-model.ts';
import type { ReplicationResult } from '../src/engine/replication-result.ts';
import { createState, runReplication, stepThrough } from '../src/engine/run-replication.ts';
import type { EngineState } from '../src/engine/state.ts';
import { calendarDate, dayNumber, daysInYear } from '../src/model/calendar.ts';
import type { Commodity, Flow } from '../src/model/demand.ts';
import type { Effect, ScenarioEvent, Target } from '../src/model/event.ts';
import type { Corridor, Link, Node } from '../src/model/network.ts';
import type { Behaviour, Scenario } from '../src/model/scenario.ts';

export const startDay = dayNumber(2025, 1, 1);

export function node(id: string, fields: Partial<Node> = {}): Node {
  return {
    id,
    name: id,
    country: 'AAA',
    longitudeDegrees: 0,
    latitudeDegrees: 0,
    kind: 'hub',
    capacityTonnesPerDay: Infinity,
    passageDays: 0,
    passageCostPerTonne: 0,
    calendar: '',
    ...fields,
  };
}

export function link(id: string, from: string, to: string, fields: Partial<Link> = {}): Link {
  return {
    id,
    name: id,
    from,
    to,
    directed: true,
    mode: 'road',
    lengthKm: 1,
    gaugeMm: 0,
    capacityTonnesPerDay: Infinity,
    limited: false,
    calendar: '',
    status: 'existing',
    travelDays: 0,
    costPerTonne: 1,
    ...fields,
  };
}

export function commodity(fields: Partial<Commodity> = {}): Commodity {
  return {
    id: 'goods',
    name: 'Goods',
    valuePerTonne: 1000,
    valueOfTimePerTonneDay: 0,
    routeScale: 0.1,
    corridorScale: 0.1,
    tariffFactors: {},
    ...fields,
  };
}

/** A flow whose daily tonnes are the same in every year, leap or not. */
export function flow(
  id: string,
  origin: string,
  destination: string,
  tonnesPerDay: number,
  fields: Partial<Flow> = {},
): Flow {
  return {
    id,
    origin,
    destination,
    commodity: 'goods',
    volumeTonnesPerYear: tonnesPerDay,
    volumeFactors: [],
    calendar: '',
    notShippedShare: 0,
    reservationCostPerTonne: undefined,
    ...fields,
  };
}

export function corridor(
  id: string,
  alternatives: readonly (readonly string[])[],
  constantPerTonne = 0,
): Corridor {
  return { id, name: id, alternatives, constantPerTonne };
}

/** An event from one day of the horizon on, for a number of days. */
export function event(
  id: string,
  target: Partial<Target>,
  fromDay: number,
  durationDays: number,
  effects: readonly Effect[],
  fields: Partial<ScenarioEvent> = {},
): ScenarioEvent {
  return {
    id,
    title: id,
    target: { nodes: [], links: [], corridors: [], ...target },
    fromDay: startDay + fromDay,
    durationDays,
    probability: 1,
    rampDays: 0,
    recoveryDays: 0,
    noticeDays: undefined,
    effects,
    repeat: undefined,
    ...fields,
  };
}

export const allCargo = { commodities: [], origins: [], destinations: [] };

export interface World {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly flows: readonly Flow[];
  readonly days: number;
  readonly stepDays?: number;
  readonly corridors?: readonly Corridor[];
  readonly commodities?: readonly Commodity[] | undefined;
  readonly transfers?: Scenario['network']['transfers'];
  readonly calendars?: Scenario['network']['calendars'];
  readonly events?: readonly ScenarioEvent[] | undefined;
  readonly inputs?: Scenario['inputs'];
  readonly drawnValues?: Scenario['drawnValues'];
  readonly behaviour?: Partial<Behaviour>;
}

/** A scenario of a world. */
export function scenario(world: World, fields: Partial<Scenario> = {}): Scenario {
  const stepDays = world.stepDays ?? 1;
  const firstYear = calendarDate(startDay).year;
  const lastYear = calendarDate(startDay + world.days - 1).year;
  const yearLengths = Array.from({ length: lastYear - firstYear + 1 }, (_, index) =>
    daysInYear(firstYear + index),
  );
  return {
    name: 'baseline',
    title: '',
    description: '',
    horizon: { startDay, endDay: startDay + world.days, stepDays },
    behaviour: {
      inertiaDays: 0,
      costSmoothingDays: 0,
      turningBack: undefined,
      overlapCorrection: 'path-size',
      choiceSets: 'k-shortest',
      maximumRoutes: 5,
      detourLimit: 10,
      overlapLimit: 1,
      ...world.behaviour,
    },
    network: {
      nodes: world.nodes,
      links: world.links,
      transfers: world.transfers ?? [],
      corridors: world.corridors ?? [],
      calendars: world.calendars ?? [],
    },
    commodities: world.commodities ?? [commodity()],
    flows: world.flows.map((item) =>
      item.volumeFactors.length > 0 ? item : { ...item, volumeFactors: yearLengths },
    ),
    events: world.events ?? [],
    inputs: world.inputs ?? [],
    drawnValues: world.drawnValues ?? [],
    sampling: { method: 'latin-hypercube', correlatedInputs: [], correlations: [] },
    expectations: [],
    provenance: [],
    sources: [],
    replications: 1,
    seed: 'test',
    ...fields,
  };
}

/** Compiles a world as its own baseline. */
export function compiled(world: World): CompiledModel {
  return compile(scenario(world), [])[0];
}

/** A finished run with its dispatch series. */
export interface Run {
  readonly model: CompiledModel;
  readonly result: ReplicationResult;
  readonly series: Float64Array;
}

/** Runs a model with the given draws. */
export function run(model: CompiledModel, draws: readonly number[] = []): Run {
  const { steps, groups, cells } = model.counts;
  const series = new Float64Array(steps * (groups + cells));
  return {
    model,
    series,
    result: runReplication(model, Float64Array.from(draws), createState(model), series),
  };
}

/** Runs a model step by step and looks at the state after each. */
export function watch<Seen>(
  model: CompiledModel,
  look: (state: EngineState, series: Float64Array) => Seen,
): Seen[] {
  const { steps, groups, cells } = model.counts;
  const series = new Float64Array(steps * (groups + cells));
  const states = stepThrough(model, new Float64Array(0), createState(model), series);
  return Array.from(states, (state) => look(state, series));
}

export const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, value) => total + value, 0);
