// The model as dense indices and typed arrays: read-only, shared by all threads, everything the engine needs.

// Shapes stand in square brackets. "Start" arrays have one entry more than there are groups, the last
// being the total; the members of group g are start[g] .. start[g + 1] - 1. -1 means none.

import type { Scenario } from '../model/scenario.ts';
import type { Sampling, UncertainInput } from '../model/uncertainty.ts';

/** How many of everything there is. */
export interface Counts {
  readonly cells: number;
  readonly routes: number;
  /** Pairs of a cell and a corridor that one of its routes belongs to. */
  readonly groups: number;
  /** Passages of a route through a post. */
  readonly stages: number;
  readonly posts: number;
  /** Directed links: link l of the network is 2 l forwards and 2 l + 1 backwards. */
  readonly arcs: number;
  readonly corridors: number;
  readonly segments: number;
  readonly options: number;
  readonly steps: number;
  readonly months: number;
  readonly years: number;
}

/** Names of what the indices stand for, in index order. */
export interface Labels {
  readonly cellOrigins: readonly string[];
  readonly cellDestinations: readonly string[];
  readonly cellCommodities: readonly string[];
  readonly corridors: readonly string[];
  readonly corridorNames: readonly string[];
  /** Node id, or link id for a limited link. */
  readonly posts: readonly string[];
  /** Link id of each arc pair: index arc >> 1. */
  readonly links: readonly string[];
  /** End nodes of each arc. */
  readonly arcFrom: readonly string[];
  readonly arcTo: readonly string[];
  /** `2027-03` and `2027`. */
  readonly months: readonly string[];
  readonly years: readonly string[];
}

/** Routes, and the posts they pass: fixed by the baseline, the same in every scenario on it. */
export interface RouteArrays {
  /** First route of each cell [cells + 1]. */
  readonly cellRouteStart: Int32Array;
  /** First group of each cell [cells + 1]. */
  readonly cellGroupStart: Int32Array;
  /** First route of each group [groups + 1]; routes are in order of cell, then corridor. */
  readonly groupRouteStart: Int32Array;
  /** Corridor and cell of each group [groups]. */
  readonly groupCorridor: Int32Array;
  readonly groupCell: Int32Array;
  /**
   * Onward sets: routes on which cargo that turns back goes on, after those of the cells. First route and group of each
   * set [onward sets + 1]; the set of each stage, -1 = none: a cell and a place where its cargo waits [stages].
   */
  readonly onwardRouteStart: Int32Array;
  readonly onwardGroupStart: Int32Array;
  readonly stageOnwardSet: Int32Array;
  /** Group and cell of each route [routes]. */
  readonly routeGroup: Int32Array;
  readonly routeCell: Int32Array;
  /** First arc of each route [routes + 1], and the arcs in order of travel. */
  readonly routeArcStart: Int32Array;
  readonly routeArcs: Int32Array;
  /** Free generalised cost of each arc of each route, the fixed weights of the path size, USD/t [as routeArcs]. */
  readonly routeArcWeight: Float64Array;
  /** Free generalised cost of the route with its corridor's constant, USD/t [routes]. */
  readonly routeCost: Float64Array;
  /** First place of each route in `routeStages` [routes + 1], and the stages in order of travel [stages]. */
  readonly routeStageStart: Int32Array;
  readonly routeStages: Int32Array;
  /** Place of each stage in `routeStages` [stages]. */
  readonly stagePlace: Int32Array;
  /** Stages of each post [posts + 1] and the list. */
  readonly postStageStart: Int32Array;
  readonly postStages: Int32Array;
  /** Post and route of each stage [stages]. */
  readonly stagePost: Int32Array;
  readonly stageRoute: Int32Array;
  /**
   * Legs: leg s < stages leads to stage s, the others to destinations. Legs, and so stages, are numbered by kind:
   * to stages from origins, to stages from stages, to destinations from origins, to destinations from stages; within
   * a kind by whole steps of lag, so that what is sent in a step is written in long runs.
   * First leg of each kind, and the end [5].
   */
  readonly legKindStart: Int32Array;
  /** Where each leg starts: a stage, or a route when it starts at an origin [stages + routes]. */
  readonly legSource: Int32Array;
  /** Free days of each leg, at least one step between two posts [stages + routes]. */
  readonly legDays: Float64Array;
  /** Last leg of each route [routes]. */
  readonly routeLastLeg: Int32Array;
  /** Route of each leg [stages + routes]. */
  readonly legRoute: Int32Array;
  /** First arc of each leg [stages + routes + 1] into `legArcs`: the arcs cargo moves along on it. */
  readonly legArcStart: Int32Array;
  readonly legArcs: Int32Array;
}

/** Choice: who chooses how sharply. */
export interface ChoiceArrays {
  /** Value of time, USD/t/day; value of the cargo, USD/t; theta and mu, per USD/t [cells]. */
  readonly cellValueOfTime: Float64Array;
  readonly cellValue: Float64Array;
  readonly cellRouteScale: Float64Array;
  readonly cellCorridorScale: Float64Array;
  /** Reservation cost, USD/t; Infinity = fixed demand [cells]. */
  readonly cellReservationCost: Float64Array;
  /**
   * Segments: the parts of a cell that sanctions bind differently; one where nothing is banned.
   * First segment of each cell [cells + 1], cell of each segment [segments].
   */
  readonly cellSegmentStart: Int32Array;
  readonly segmentCell: Int32Array;
  /** First option of each segment [segments + 1]: its cell's routes, in order. */
  readonly segmentOptionStart: Int32Array;
  /** Ban effects that concern each cell [cells + 1] and the list; a cell has one segment more than bans. */
  readonly cellBanStart: Int32Array;
  readonly cellBans: Int32Array;
  /** How the utility of routes that overlap is corrected. */
  readonly overlapCorrection: 'path-size' | 'commonality';
  /** Mean contract length, days; 0 = shares follow at once. */
  readonly inertiaDays: number;
  /** Time over which costs are averaged, days; 0 = not at all. */
  readonly costSmoothingDays: number;
  /** Days that cargo waits at a closed post before it turns back; Infinity = for ever. */
  readonly patienceDays: number;
  /** What turning back costs, USD/t. */
  readonly turningCost: number;
}

/** The terms of the free generalised cost, in the order of `routeTerms`. */
export const freeCostTerms = [
  'haul',
  'haul_time',
  'passage',
  'passage_time',
  'transfer',
  'transfer_time',
  'constant',
] as const;

/** What the routes' costs are made of, and where they arise; for the tables, the engine does not read it. */
export interface CostArrays {
  /** Free generalised cost of each route by term (`freeCostTerms`), USD/t [routes * terms]. */
  readonly routeTerms: Float64Array;
  /** Every country with a node, by ISO 3166-1 alpha-3 code, in order of the codes. */
  readonly countries: readonly string[];
  /** First entry of each route [routes + 1]: the countries in which its cargo is in transit. */
  readonly transitStart: Int32Array;
  /** Country, and tariffs, fees and transfers that arise there, USD/t [entries]. */
  readonly transitCountry: Int32Array;
  readonly transitRevenue: Float64Array;
}

/** Amounts: constants and draws under one index. */
export interface AmountArrays {
  /** Constant, or the value when the input is not drawn [amounts]. */
  readonly constant: Float64Array;
  /** Index of the input that gives the value, -1 = the constant [amounts]. */
  readonly input: Int32Array;
}

/** Kinds of effect as numbers, for the engine. */
export const effectKinds = {
  close: 0,
  open: 1,
  capacity: 2,
  cost: 3,
  time: 4,
  risk: 5,
  ban: 6,
  demand: 7,
} as const;

/** Events and their effects; events in order of their ids, so that their order in the file cannot matter. */
export interface EventArrays {
  /** Of a repeating event each occurrence is an event here, one after the other: `strikes.1`, `strikes.2`. */
  readonly ids: readonly string[];
  /** Amount indices [events]: start (days from the start of the horizon), length, ramp, recovery (days). */
  readonly from: Int32Array;
  readonly duration: Int32Array;
  readonly ramp: Int32Array;
  readonly recovery: Int32Array;
  /**
   * Of the occurrences of a repeating event, else -1 [events]: amount indices of the mean time between and of its
   * multiple that passes before this one; of the length of the window from `from`; and the occurrence before.
   */
  readonly meanBetween: Int32Array;
  readonly between: Int32Array;
  readonly window: Int32Array;
  readonly follows: Int32Array;
  /** Amount index of the days before the start from which shippers know, -1 = not before [events]. */
  readonly noticeDays: Int32Array;
  /** Chance that the event happens, and the input whose draw decides it, -1 = it always does [events]. */
  readonly probability: Float64Array;
  readonly occurrenceInput: Int32Array;
  /** First effect of each event [events + 1]. */
  readonly effectStart: Int32Array;
  /** Kind (`effectKinds`) and amount index, -1 where the kind has none [effects]. */
  readonly effectKind: Int32Array;
  readonly effectAmount: Int32Array;
  /** Routes hit [effects + 1] and the list: close, cost, time, risk, ban. */
  readonly effectRouteStart: Int32Array;
  readonly effectRoutes: Int32Array;
  /** For `time`: the leg of each route in the list that becomes longer, else -1 [as effectRoutes]. */
  readonly effectLegs: Int32Array;
  /** Posts hit [effects + 1] and the list: close, capacity. */
  readonly effectPostStart: Int32Array;
  readonly effectPosts: Int32Array;
  /** Cells hit [effects + 1] and the list: demand, ban. */
  readonly effectCellStart: Int32Array;
  readonly effectCells: Int32Array;
  /** Links opened [effects + 1] and the list, as indices into the shut links: open. */
  readonly effectShutLinkStart: Int32Array;
  readonly effectShutLinks: Int32Array;
  /** Routes of each link that is not open at the start [shut links + 1] and the list. */
  readonly shutLinkRouteStart: Int32Array;
  readonly shutLinkRoutes: Int32Array;
}

/** Tonnes to be moved. */
export interface DemandArrays {
  /** Amount index of each cell's volume, tonnes a year [cells]. */
  readonly volume: Int32Array;
  /** Factor of each cell and calendar year [cells * years]. */
  readonly yearFactor: Float64Array;
}

/** Calendars: how capacities and volumes are spread over the year. */
export interface CalendarArrays {
  /** Mean of each calendar over each step; 1 is the mean of a calendar year [calendars * steps]. */
  readonly factor: Float64Array;
  /** Calendar of each post and cell, -1 = spread evenly [posts], [cells]. */
  readonly postCalendar: Int32Array;
  readonly cellCalendar: Int32Array;
}

/** Posts whose coming capacity shippers know: those with a calendar, and those hit by an announced event. */
export interface ForesightArrays {
  /** The foreseen posts in ascending order [foreseen]; the place of each post among them, -1 = none [posts]. */
  readonly posts: Int32Array;
  readonly foreseenOf: Int32Array;
  /** Effects on the capacity of each foreseen post [foreseen + 1] and the list; its events; 1 = a closure. */
  readonly effectStart: Int32Array;
  readonly effects: Int32Array;
  readonly effectEvents: Int32Array;
  readonly effectIsClosure: Int32Array;
}

/** The time axis. */
export interface TimeArrays {
  readonly stepDays: number;
  /** Day number of the start. */
  readonly startDay: number;
  /** Month and year index of each step, by its first instant [steps]. */
  readonly stepMonth: Int32Array;
  readonly stepYear: Int32Array;
  /** Real length of each calendar year, days [years]. */
  readonly yearDays: Float64Array;
}

/** The parts of a scenario that hold numbers which replications draw. */
export type DrawnWorld = Pick<
  Scenario,
  'network' | 'commodities' | 'flows' | 'behaviour' | 'drawnValues'
>;

/** Everything that one replication needs beside its draws. */
export interface CompiledModel {
  readonly name: string;
  readonly counts: Counts;
  readonly labels: Labels;
  readonly routes: RouteArrays;
  readonly choice: ChoiceArrays;
  readonly costs: CostArrays;
  readonly amounts: AmountArrays;
  readonly events: EventArrays;
  readonly demand: DemandArrays;
  readonly time: TimeArrays;
  /** Capacity of each post, t/day, Infinity = no limit [posts]. */
  readonly postCapacity: Float64Array;
  readonly calendars: CalendarArrays;
  readonly foresight: ForesightArrays;
  /** Uncertain inputs in the order of the draws. */
  readonly inputs: readonly UncertainInput[];
  readonly sampling: Sampling;
  /** The world with what replications draw of it; undefined when it is the same in all of them. */
  readonly drawnWorld: DrawnWorld | undefined;
}
