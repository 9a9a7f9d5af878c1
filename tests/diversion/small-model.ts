// A compiled model with nothing but cells, groups and a time axis, for tests of what is done with results.

import type { ChoiceArrays, CompiledModel, RouteArrays } from '../../src/compile/compiled-model.ts';

/** What the tests choose: groups of each cell (as corridor indices), and the year of each step. */
export interface SmallModelShape {
  readonly name?: string;
  readonly corridors: readonly string[];
  /** Corridor index of each group, cell by cell. */
  readonly cellCorridors: readonly (readonly number[])[];
  readonly stepMonths: readonly number[];
  readonly months: readonly string[];
  readonly posts?: readonly string[];
  /** Link id, from, to of each arc pair. */
  readonly links?: readonly (readonly [string, string, string])[];
}

const noNumbers = new Float64Array(0);

/** Stands where nothing may be read. */
const unused = undefined as never;

/** Builds the model; what the shape does not name is empty. Steps last one day. */
export function smallModel(shape: SmallModelShape): CompiledModel {
  const years = [...new Set(shape.months.map((month) => month.slice(0, 4)))];
  const cells = shape.cellCorridors.length;
  const groupCorridor = Int32Array.from(shape.cellCorridors.flat());
  const cellGroupStart = new Int32Array(cells + 1);
  shape.cellCorridors.forEach((corridors, cell) => {
    cellGroupStart[cell + 1] = cellGroupStart[cell] + corridors.length;
  });
  const groupCell = Int32Array.from(
    shape.cellCorridors.flatMap((corridors, cell) => corridors.map(() => cell)),
  );
  const links = shape.links ?? [];
  const posts = shape.posts ?? [];
  return {
    name: shape.name ?? 'baseline',
    counts: {
      cells,
      routes: 0,
      groups: groupCorridor.length,
      stages: 0,
      posts: posts.length,
      arcs: 2 * links.length,
      corridors: shape.corridors.length,
      segments: 0,
      options: 0,
      steps: shape.stepMonths.length,
      months: shape.months.length,
      years: years.length,
    },
    labels: {
      cellOrigins: shape.cellCorridors.map((_, cell) => `O${cell}`),
      cellDestinations: shape.cellCorridors.map((_, cell) => `D${cell}`),
      cellCommodities: shape.cellCorridors.map(() => 'bulk'),
      corridors: shape.corridors,
      corridorNames: shape.corridors,
      posts,
      links: links.map(([link]) => link),
      arcFrom: links.flatMap(([, from, to]) => [from, to]),
      arcTo: links.flatMap(([, from, to]) => [to, from]),
      months: shape.months,
      years,
    },
    routes: {
      ...(unused as RouteArrays),
      cellGroupStart,
      groupCorridor,
      groupCell,
      routeGroup: new Int32Array(0),
      onwardRouteStart: new Int32Array(1),
    },
    choice: { ...(unused as ChoiceArrays), cellValueOfTime: new Float64Array(cells) },
    costs: {
      routeTerms: noNumbers,
      countries: [],
      transitStart: new Int32Array(1),
      transitCountry: new Int32Array(0),
      transitRevenue: noNumbers,
    },
    amounts: unused,
    events: unused,
    demand: unused,
    time: {
      stepDays: 1,
      startDay: 0,
      stepMonth: Int32Array.from(shape.stepMonths),
      stepYear: Int32Array.from(shape.stepMonths, (month) =>
        years.indexOf(shape.months[month].slice(0, 4)),
      ),
      yearDays: Float64Array.from(years, () => 365),
    },
    postCapacity: noNumbers,
    calendars: unused,
    foresight: unused,
    inputs: [],
    sampling: { method: 'latin-hypercube', correlatedInputs: [], correlations: [] },
    drawnWorld: undefined,
  };
}
