// Builds a scenario from its study and from its own file, laid over what it extends.

import { calendarDate, formatDate } from '../model/calendar.ts';
import type { ScenarioEvent } from '../model/event.ts';
import type { Behaviour, Horizon, Scenario } from '../model/scenario.ts';
import { samplingOf } from './correlations.ts';
import { buildEvent } from './events.ts';
import { expectationsOf } from './expectations.ts';
import { kindLabel, kinds } from './kinds.ts';
import { hasErrors, type Problem, problemAt } from './problem.ts';
import { type Reading, readTree } from './read-tree.ts';
import { type ScenarioFields, scenarioSchema } from './schema-scenario.ts';
import type { World } from './set.ts';
import { type BuiltStudy, buildStudy } from './study.ts';
import { studyProvenance } from './study-provenance.ts';
import type { EventContext } from './targets.ts';
import { placeAt, treeAt } from './tree.ts';
import { type DrawnNumbers, worldNumber } from './uncertain.ts';

type ScenarioReading = Reading<ScenarioFields>;

/** Years that volumes are tried for when the horizon is not known. */
const anyYears = [2025];

/** What was built of a world, as far as it could be. */
export interface BuiltWorld {
  readonly built: BuiltStudy;
  /** The file of the scenario. */
  readonly file: string;
  /** Undefined when something is wrong. */
  readonly scenario: Scenario | undefined;
}

/**
 * Builds a world; all that is wrong is reported.
 * @param base its baseline: where the study is the same, its parts are taken from there
 */
export function buildWorld(
  world: World,
  base: BuiltWorld | undefined,
  problems: Problem[],
): BuiltWorld {
  const reading = readTree(scenarioSchema, world.scenario, problems);
  const horizon = reading && horizonOf(reading, problems);
  const years = horizon ? yearsOf(horizon) : anyYears;
  const isShared = base !== undefined && base.built.study === world.study;
  const built = isShared ? base.built : buildStudy(world.study, years, problems);
  const { file } = world.scenario.place.source;
  const provenance = studyProvenance(world, built.names.sources, problems);
  if (!reading) return { built, file, scenario: undefined };
  const drawn = { inputs: [...built.drawn.inputs], values: [...built.drawn.values] };
  const { inputs } = drawn;
  const behaviour = reading.value.behaviour && behaviourOf(reading.value.behaviour, drawn);
  const events = eventsOf(reading, { ...built, horizon, inputs, problems });
  const context = { inputs, events, base: base?.scenario, baseFile: base?.file, problems };
  const sampling = samplingOf(reading, context);
  const expectations = expectationsOf(reading, { ...built, horizon, problems });
  if (hasErrors(problems)) return { built, file, scenario: undefined };
  const drawnValues = drawn.values;
  const parts = { horizon, behaviour, events, expectations, provenance, inputs };
  const draws = { drawnValues, sampling };
  return { built, file, scenario: scenarioOf(reading.value, built, { ...parts, ...draws }) };
}

type OwnParts = Pick<
  Scenario,
  'events' | 'expectations' | 'provenance' | 'inputs' | 'drawnValues' | 'sampling'
> & {
  readonly horizon: Horizon | undefined;
  readonly behaviour: Behaviour | undefined;
};

/** Puts the parts together; undefined when one is missing. */
function scenarioOf(
  fields: ScenarioFields,
  { network, commodities, flows, sources }: BuiltStudy,
  { horizon, behaviour, ...own }: OwnParts,
): Scenario | undefined {
  const { name, title, description = '', replications, seed } = fields;
  if (!horizon || !behaviour || !network || !commodities || !flows || !sources) return undefined;
  if (replications === undefined || seed === undefined) return undefined;
  const shared = { horizon, behaviour, network, commodities, flows, sources };
  return { name, title, description, ...shared, ...own, replications, seed };
}

function behaviourOf(
  fields: NonNullable<ScenarioFields['behaviour']>,
  drawn: DrawnNumbers,
): Behaviour {
  const days = (key: 'inertia' | 'cost_smoothing', field: 'inertiaDays' | 'costSmoothingDays') => {
    const label = { name: `behaviour.${key}`, unit: kindLabel(kinds.duration) };
    return worldNumber(fields[key], { of: 'behaviour', field }, label, drawn);
  };
  return {
    inertiaDays: days('inertia', 'inertiaDays'),
    costSmoothingDays: days('cost_smoothing', 'costSmoothingDays'),
    turningBack: fields.turn_back && {
      patienceDays: fields.turn_back.patience,
      costPerTonne: fields.turn_back.cost,
    },
    overlapCorrection: fields.overlap_correction,
    choiceSets: fields.choice_sets,
    maximumRoutes: fields.maximum_routes,
    detourLimit: fields.detour_limit,
    overlapLimit: fields.overlap_limit,
  };
}

/** The horizon; undefined when there is none, or a wrong one. */
function horizonOf({ value, tree }: ScenarioReading, problems: Problem[]): Horizon | undefined {
  if (!value.horizon) return undefined;
  const { start, end, step } = value.horizon;
  const days = end + 1 - start;
  if (days <= 0) {
    const place = placeAt(tree, ['horizon', 'end']);
    problems.push(problemAt(place, 'out-of-range', `the last day is before ${formatDate(start)}`));
    return undefined;
  }
  const steps = days / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    const place = placeAt(tree, ['horizon', 'step']);
    const message = `the ${days} days of the horizon are no whole number of steps`;
    problems.push(problemAt(place, 'out-of-range', message));
  }
  return { startDay: start, endDay: end + 1, stepDays: step };
}

/** The calendar years that the horizon touches. */
function yearsOf({ startDay, endDay }: Horizon): number[] {
  const first = calendarDate(startDay).year;
  const last = calendarDate(endDay - 1).year;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function eventsOf({ value, tree }: ScenarioReading, context: EventContext): ScenarioEvent[] {
  return (value.events ?? []).flatMap((fields, index) => {
    const event = treeAt(tree, ['events', index]);
    return (event && buildEvent(fields, event, context)) ?? [];
  });
}
