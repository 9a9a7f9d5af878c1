// Describes every array and value of a compiled model, for dumps and their documentation.

import {
  type AmountArrays,
  type CalendarArrays,
  type ChoiceArrays,
  type CompiledModel,
  type CostArrays,
  type Counts,
  type DemandArrays,
  type EventArrays,
  effectKinds,
  type ForesightArrays,
  freeCostTerms,
  type RouteArrays,
  type TimeArrays,
} from '../compile/compiled-model.ts';
import { type ArrayFields, array, type ScalarFields } from './fields.ts';

/** What is counted. */
export const countFields: Readonly<Record<keyof Counts, string>> = {
  cells: 'flows: one commodity from one origin to one destination',
  routes:
    'routes of all cells, in order of cell, then corridor; then those of the onward sets, likewise',
  groups: 'pairs of a cell, or an onward set, and a corridor that one of its routes belongs to',
  stages: 'passages of a route through a post',
  posts: 'places where cargo can queue',
  arcs: 'directed links: link l is 2 l forwards and 2 l + 1 backwards',
  corridors: 'corridors, `other` last',
  segments: 'parts of cells that bans bind differently',
  options: 'routes as the segments see them: for each segment the routes of its cell, in order',
  steps: 'steps of the horizon',
  months: 'calendar months of the horizon',
  years: 'calendar years of the horizon',
};

const routeFields: ArrayFields<RouteArrays> = {
  cellRouteStart: array(['cells + 1'], 'route', 'first route of each cell'),
  cellGroupStart: array(['cells + 1'], 'group', 'first group of each cell'),
  onwardRouteStart: array(
    ['onward sets + 1'],
    'route',
    'first route of each onward set: a cell and a place where its cargo waits; after the routes of the cells',
  ),
  onwardGroupStart: array(['onward sets + 1'], 'group', 'first group of each onward set'),
  stageOnwardSet: array(['stages'], 'onward set', 'where cargo of the stage may turn back to'),
  groupRouteStart: array(['groups + 1'], 'route', 'first route of each group'),
  groupCorridor: array(['groups'], 'corridor', 'corridor of the group'),
  groupCell: array(['groups'], 'cell', 'cell of the group'),
  routeGroup: array(['routes'], 'group', 'group of the route'),
  routeCell: array(['routes'], 'cell', 'cell of the route'),
  routeArcStart: array(['routes + 1'], 'place in routeArcs', 'first arc of each route'),
  routeArcs: array(['arcs of routes'], 'arc', 'arcs of each route in order of travel'),
  routeArcWeight: array(
    ['arcs of routes'],
    'USD/t',
    'l_a of eq. 5: free cost of the arc in the baseline',
  ),
  routeCost: array(['routes'], 'USD/t', "free generalised cost with the corridor's constant"),
  routeStageStart: array(['routes + 1'], 'place in routeStages', 'first stage of each route'),
  routeStages: array(['stages'], 'stage', 'stages of each route in order of travel'),
  stagePlace: array(['stages'], 'place in routeStages', 'where the stage stands there'),
  postStageStart: array(['posts + 1'], 'place in postStages', 'first stage of each post'),
  postStages: array(['stages'], 'stage', 'stages of each post'),
  stagePost: array(['stages'], 'post', 'post that the stage passes'),
  stageRoute: array(['stages'], 'route', 'route that the stage belongs to'),
  legKindStart: array(
    ['4 + 1'],
    'leg',
    'first leg of each kind: origin to stage, stage to stage, origin to destination, stage to destination',
  ),
  legSource: array(
    ['legs'],
    'stage or route',
    'stage where the leg starts; its route when it starts at the origin (kinds 0 and 2)',
  ),
  legDays: array(['legs'], 'd', 'free days on the leg, at least one step between two posts'),
  routeLastLeg: array(['routes'], 'leg', 'leg to the destination'),
  legRoute: array(['legs'], 'route', 'route of the leg; leg s < stages leads to stage s'),
  legArcStart: array(['legs + 1'], 'place in legArcs', 'first arc of each leg'),
  legArcs: array(['arcs of legs'], 'arc', 'arcs of each leg in order of travel'),
};

const choiceFields: ArrayFields<ChoiceArrays> = {
  cellValueOfTime: array(['cells'], 'USD/t/d', 'v of eq. 1'),
  cellValue: array(['cells'], 'USD/t', 'value of the cargo, of which a risk takes a share'),
  cellRouteScale: array(['cells'], 't/USD', 'θ of eqs. 6, 7 and 9'),
  cellCorridorScale: array(['cells'], 't/USD', 'μ of eq. 8'),
  cellReservationCost: array(['cells'], 'USD/t', 'C0 of eq. 8; Infinity: the demand is fixed'),
  cellSegmentStart: array(['cells + 1'], 'segment', 'first segment of each cell'),
  segmentCell: array(['segments'], 'cell', 'cell of the segment'),
  segmentOptionStart: array(['segments + 1'], 'option', 'first option of each segment'),
  cellBanStart: array(['cells + 1'], 'place in cellBans', 'first ban of each cell'),
  cellBans: array(['bans of cells'], 'effect', 'bans that concern each cell'),
};

export const choiceScalars: ScalarFields<ChoiceArrays> = {
  overlapCorrection: { unit: '', meaning: '`path-size` (eq. 5) or `commonality` (eq. 5b)' },
  inertiaDays: { unit: 'd', meaning: 'T of eq. 14; 0: no inertia' },
  patienceDays: {
    unit: 'd',
    meaning: 'what cargo waits at a closed post before it turns back; Infinity: for ever',
  },
  turningCost: { unit: 'USD/t', meaning: 'what turning back costs' },
  costSmoothingDays: { unit: 'd', meaning: 'M of eq. 15; 0: costs are not averaged' },
};

const amountFields: ArrayFields<AmountArrays> = {
  constant: array(['amounts'], 'of its field', 'the amount where it is not drawn'),
  input: array(['amounts'], 'input', 'input whose draw is the amount; -1: the constant'),
};

const eventFields: ArrayFields<EventArrays> = {
  from: array(['events'], 'amount', 'day number on which the event starts'),
  duration: array(['events'], 'amount', 'days from start to end'),
  ramp: array(['events'], 'amount', 'days from start to full strength'),
  recovery: array(['events'], 'amount', 'days from end to no strength'),
  meanBetween: array(
    ['events'],
    'amount',
    'of an occurrence of a repeating event: mean days between two; else -1',
  ),
  between: array(['events'], 'amount', 'multiple of that mean before this occurrence; else -1'),
  window: array(['events'], 'amount', 'days from `from` in which occurrences happen; else -1'),
  follows: array(['events'], 'event', 'occurrence before this one; -1: none'),
  noticeDays: array(
    ['events'],
    'amount',
    'days before the start from which it is known; -1: not known',
  ),
  probability: array(['events'], '1', 'the event happens when the draw is below it'),
  occurrenceInput: array(['events'], 'input', 'that draw; -1: the event always happens'),
  effectStart: array(['events + 1'], 'effect', 'first effect of each event'),
  effectKind: array(
    ['effects'],
    'kind',
    Object.entries(effectKinds)
      .map(([kind, number]) => `${number} ${kind}`)
      .join(', '),
  ),
  effectAmount: array(
    ['effects'],
    'amount',
    'factor (capacity, demand), USD/t (cost), d (time), share (risk, ban); -1: none',
  ),
  effectRouteStart: array(['effects + 1'], 'place in effectRoutes', 'first route of each effect'),
  effectRoutes: array(['routes of effects'], 'route', 'routes hit: close, cost, time, risk, ban'),
  effectLegs: array(['routes of effects'], 'leg', 'leg of the route that time lengthens, else -1'),
  effectPostStart: array(['effects + 1'], 'place in effectPosts', 'first post of each effect'),
  effectPosts: array(['posts of effects'], 'post', 'posts hit: close, capacity'),
  effectCellStart: array(['effects + 1'], 'place in effectCells', 'first cell of each effect'),
  effectCells: array(['cells of effects'], 'cell', 'cells hit: demand, ban'),
  effectShutLinkStart: array(
    ['effects + 1'],
    'place in effectShutLinks',
    'first shut link of each effect',
  ),
  effectShutLinks: array(['shut links of effects'], 'shut link', 'links opened: open'),
  shutLinkRouteStart: array(
    ['shut links + 1'],
    'place in shutLinkRoutes',
    'first route of each link that is not open at the start',
  ),
  shutLinkRoutes: array(['routes of shut links'], 'route', 'routes that use it'),
};

const demandFields: ArrayFields<DemandArrays> = {
  volume: array(['cells'], 'amount', 'tonnes a year'),
  yearFactor: array(['cells', 'years'], '1', 'factor of the volume in the calendar year'),
};

const calendarFields: ArrayFields<CalendarArrays> = {
  factor: array(['calendars', 'steps'], '1', 'mean of the calendar over the step'),
  postCalendar: array(['posts'], 'calendar', 'spreads the capacity; -1: none'),
  cellCalendar: array(['cells'], 'calendar', 'spreads the volume; -1: none'),
};

const foresightFields: ArrayFields<ForesightArrays> = {
  posts: array(['foreseen posts'], 'post', 'posts whose coming capacity shippers know'),
  foreseenOf: array(['posts'], 'place in posts', 'where the post stands there; -1: nowhere'),
  effectStart: array(
    ['foreseen posts + 1'],
    'place in effects',
    'first effect on the capacity of each foreseen post',
  ),
  effects: array(['effects of foreseen posts'], 'effect', 'close and capacity'),
  effectEvents: array(['effects of foreseen posts'], 'event', 'event of the effect'),
  effectIsClosure: array(['effects of foreseen posts'], '1', '1: a closure, of factor 0'),
};

const timeFields: ArrayFields<TimeArrays> = {
  stepMonth: array(['steps'], 'month', 'month of the first instant of the step'),
  stepYear: array(['steps'], 'year', 'year of the first instant of the step'),
  yearDays: array(['years'], 'd', 'length of the calendar year, also where the horizon cuts it'),
};

export const timeScalars: ScalarFields<TimeArrays> = {
  stepDays: { unit: 'd', meaning: 'dt, length of a step' },
  startDay: { unit: 'd', meaning: 'day number of the start of the horizon, 0 = 1970-01-01' },
};

const costFields: ArrayFields<CostArrays> = {
  routeTerms: array(
    ['routes', String(freeCostTerms.length)],
    'USD/t',
    `free generalised cost by term: ${freeCostTerms.join(', ')}`,
  ),
  transitStart: array(
    ['routes + 1'],
    'place in transitCountry',
    'first of the countries in which the cargo of each route is in transit',
  ),
  transitCountry: array(['transits'], 'country', 'that country'),
  transitRevenue: array(
    ['transits'],
    'USD/t',
    'tariffs, fees and transfers that arise in that country',
  ),
};

/** Parts of the model with arrays of their own. */
type Part = {
  [Key in keyof CompiledModel]: CompiledModel[Key] extends object
    ? keyof ArrayFields<CompiledModel[Key]> extends never
      ? never
      : Key
    : never;
}[keyof CompiledModel];

/** The arrays of every part. */
export const partFields: { readonly [Key in Part]: ArrayFields<CompiledModel[Key]> } = {
  routes: routeFields,
  choice: choiceFields,
  costs: costFields,
  amounts: amountFields,
  events: eventFields,
  demand: demandFields,
  calendars: calendarFields,
  foresight: foresightFields,
  time: timeFields,
};

/** The arrays that belong to no part. */
export const modelFields: ArrayFields<CompiledModel> = {
  postCapacity: array(['posts'], 't/d', 'capacity of both directions together; Infinity: no limit'),
};
