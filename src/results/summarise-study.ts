// Says of a study in brief what a report needs beside the tables: names, places, dates, sources.

import type { CompiledModel } from '../compile/compiled-model.ts';
import { formatDate } from '../model/calendar.ts';
import type { ScenarioEvent } from '../model/event.ts';
import type { Provenance, Scenario, Source } from '../model/scenario.ts';
import type { Amount } from '../model/uncertainty.ts';
import { changedValues } from './changed-values.ts';
import { describeEffect, describeRepeat } from './describe-effect.ts';
import { mainCorridors } from './main-corridors.ts';
import type { StudySummary, SummaryEvent, SummaryScenario } from './study-summary.ts';
import type { Table } from './table.ts';

/** A study as it was run: the baseline first in each list. */
export interface StudyRun {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  readonly models: readonly CompiledModel[];
  /** Draws of each model, see `drawInputs` [models][replications * inputs]. */
  readonly draws: readonly Float64Array[];
  readonly replications: number;
  readonly seed: string;
  /** flows.csv of the run; without it no link has a corridor. */
  readonly flows?: Table | undefined;
}

export function summariseStudy(run: StudyRun): StudySummary {
  const { name, scenarios, models, replications, seed } = run;
  const [baseline] = scenarios;
  const { horizon, network } = baseline;
  const { corridors, corridorNames } = models[0].labels;
  const corridorOfLink = run.flows
    ? mainCorridors(models[0], run.flows)
    : new Map<string, string>();
  return {
    name,
    start: formatDate(horizon.startDay),
    end: formatDate(horizon.endDay - 1),
    stepDays: horizon.stepDays,
    replications,
    seed,
    corridors: corridors.map((id, index) => ({ id, name: corridorNames[index] })),
    commodities: baseline.commodities.map((commodity) => ({
      id: commodity.id,
      name: commodity.name,
      valueOfTimePerTonneDay: commodity.valueOfTimePerTonneDay,
      routeScale: commodity.routeScale,
      corridorScale: commodity.corridorScale,
    })),
    nodes: network.nodes.map(
      ({ id, name: nodeName, country, kind, longitudeDegrees, latitudeDegrees }) => ({
        id,
        name: nodeName,
        country,
        kind,
        longitudeDegrees,
        latitudeDegrees,
      }),
    ),
    links: network.links.map(({ id, from, to, mode, status }) => ({
      id,
      from,
      to,
      mode,
      status,
      corridor: corridorOfLink.get(id) ?? '',
    })),
    scenarios: scenarios.map((_, index) => summariseScenario(run, index)),
    sources: mergeBy(
      scenarios.flatMap((scenario) => scenario.sources),
      (source: Source) => source.key,
    ),
    provenance: mergeBy(
      scenarios.flatMap((scenario) => scenario.provenance),
      (entry: Provenance) => entry.subject,
    ).map(({ subject, sources, assumption }) => ({ subject, sources, assumption })),
  };
}

function summariseScenario({ scenarios, models, draws }: StudyRun, index: number): SummaryScenario {
  const { name, title, description, events, expectations, horizon } = scenarios[index];
  const changed = changedValues(scenarios[0], scenarios[index]);
  const rangeOf = (amount: Amount) => drawnRange(models[index], draws[index], amount);
  return {
    name,
    title,
    description,
    baseline: index === 0 ? '' : scenarios[0].name,
    events: events.map((event): SummaryEvent => {
      const { id, title: eventTitle, probability, target, effects, repeat } = event;
      const end = latestEndDay(models[index], draws[index], event);
      return {
        id,
        title: eventTitle,
        earliestStart: formatDate(rangeOf(event.fromDay).least),
        latestEnd: end < horizon.endDay ? formatDate(Math.ceil(end) - 1) : '',
        probability,
        nodes: target.nodes,
        links: target.links,
        corridors: target.corridors,
        effects: [
          ...effects.map((effect) => describeEffect(effect, scenarios[index])),
          ...(repeat ? [describeRepeat(repeat, scenarios[index])] : []),
        ],
      };
    }),
    expectations: expectations.map(({ of, id, measure, expected }) => ({
      of,
      id,
      measure,
      expected,
    })),
    ...(changed.length > 0 ? { changedValues: changed } : {}),
  };
}

/** Values of an amount in each replication; of a constant, the one value. */
function drawnValues(model: CompiledModel, draws: Float64Array, amount: Amount): Float64Array {
  if (typeof amount === 'number') return Float64Array.of(amount);
  const { inputs } = model;
  const input = inputs.findIndex(({ name }) => name === amount.input);
  return draws.filter((_, index) => index % inputs.length === input);
}

function drawnRange(model: CompiledModel, draws: Float64Array, amount: Amount) {
  const values = drawnValues(model, draws, amount);
  return {
    least: values.reduce((least, value) => Math.min(least, value), Infinity),
    most: values.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}

/** The latest instant, over all replications, at which the event is at its full strength, as a day number. */
function latestEndDay(
  model: CompiledModel,
  draws: Float64Array,
  { fromDay, durationDays }: ScenarioEvent,
): number {
  const starts = drawnValues(model, draws, fromDay);
  const lengths = drawnValues(model, draws, durationDays);
  let latest = -Infinity;
  for (let index = 0; index < Math.max(starts.length, lengths.length); index++) {
    const start = starts.length > 1 ? starts[index] : starts[0];
    const length = lengths.length > 1 ? lengths[index] : lengths[0];
    latest = Math.max(latest, start + length);
  }
  return latest;
}

/** Each key once, in order of appearance. */
function mergeBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    if (!byKey.has(keyOf(entry))) byKey.set(keyOf(entry), entry);
  }
  return [...byKey.values()];
}
