// How strongly the choice of routes answers to the queues: the gains that decide whether both settle.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { StaticSplit } from './static-split.ts';

/** The gain of the queues of a split, per day, and the post whose queue has most to do with it. */
export interface QueueGain {
  readonly perDay: number;
  /** -1 when nobody waits. */
  readonly post: number;
}

const iterations = 1000;

/**
 * The most that the gain of each post's queue can be, per day, whatever its capacity and all waits [posts]: the largest
 * θ v m of its cells, m the most posts with a queue that one of their routes can pass (docs/model.md, section 9).
 */
export function largestGains({ counts, routes, choice }: CompiledModel): Float64Array {
  const { cellRouteStart, routeStageStart, routeStages, stagePost } = routes;
  const gains = new Float64Array(counts.posts);
  for (let cell = 0; cell < counts.cells; cell++) {
    const passed = new Set<number>();
    let most = 0;
    for (let route = cellRouteStart[cell]; route < cellRouteStart[cell + 1]; route++) {
      const places = routeStages.subarray(routeStageStart[route], routeStageStart[route + 1]);
      for (const stage of places) passed.add(stagePost[stage]);
      most = Math.max(most, places.length);
    }
    const gain = most * choice.cellRouteScale[cell] * choice.cellValueOfTime[cell];
    for (const post of passed) gains[post] = Math.max(gains[post], gain);
  }
  return gains;
}

/**
 * The largest eigenvalue of J = diag(cap)^(-1) · (-∂x/∂W) over the posts where cargo waits: by how much of its capacity
 * a day the inflow of a queue falls for a day of wait. With one queue and two routes it is eq. 20, θ v P (1 - P) q / cap.
 * Where sanctions split a cell the split as a whole is taken, which never makes the gain smaller.
 */
export function gainOfSplit(model: CompiledModel, split: StaticSplit): QueueGain {
  const posts = [...split.waitDays.keys()].filter((post) => split.waitDays[post] > 0);
  if (posts.length === 0) return { perDay: 0, post: -1 };
  const response = responseToWaits(model, split, posts);
  // D^(-1/2) (-∂x/∂W) D^(-1/2) has the eigenvalues of J, and is symmetric.
  const scale = posts.map((post) => 1 / Math.sqrt(split.capacity[post]));
  const matrix = response.map((row, a) => row.map((value, b) => scale[a] * value * scale[b]));
  const { value, vector } = largestEigenvalue(matrix);
  const sizes = vector.map(Math.abs);
  return { perDay: value, post: posts[sizes.indexOf(Math.max(...sizes))] };
}

/** -∂x_a/∂W_b, t/day for a day of wait [posts][posts]; from the derivatives of eqs. 7-9. */
function responseToWaits(
  model: CompiledModel,
  split: StaticSplit,
  posts: readonly number[],
): number[][] {
  const matrix = posts.map(() => posts.map(() => 0));
  for (let cell = 0; cell < model.counts.cells; cell++) {
    const { groups, demand } = tonnesOfCell(model, split, cell, posts);
    if (demand === 0) continue;
    const { cellRouteScale, cellCorridorScale, cellValueOfTime } = model.choice;
    const [theta, mu] = [cellRouteScale[cell], cellCorridorScale[cell]];
    const through = posts.map((_, a) => groups.reduce((sum, { byPost }) => sum + byPost[a], 0));
    matrix.forEach((row, a) => {
      row.forEach((_, b) => {
        const shared = groups.reduce((sum, { byPair }) => sum + byPair[a][b], 0);
        const within = groups.reduce(
          (sum, { tonnes, byPost }) => (tonnes > 0 ? sum + (byPost[a] * byPost[b]) / tonnes : sum),
          0,
        );
        row[b] +=
          cellValueOfTime[cell] *
          (theta * (shared - within) + mu * (within - (through[a] * through[b]) / demand));
      });
    });
  }
  return matrix;
}

/** Tonnes a day of a corridor of a cell: in all, through each post, through both of two posts. */
interface GroupTonnes {
  tonnes: number;
  readonly byPost: number[];
  readonly byPair: number[][];
}

function tonnesOfCell(
  { routes }: CompiledModel,
  { routeTonnes, cellNotShipped }: StaticSplit,
  cell: number,
  posts: readonly number[],
): { groups: GroupTonnes[]; demand: number } {
  const groups: GroupTonnes[] = [];
  let demand = cellNotShipped[cell];
  for (let group = routes.cellGroupStart[cell]; group < routes.cellGroupStart[cell + 1]; group++) {
    const sums: GroupTonnes = {
      tonnes: 0,
      byPost: posts.map(() => 0),
      byPair: posts.map(() => posts.map(() => 0)),
    };
    for (
      let route = routes.groupRouteStart[group];
      route < routes.groupRouteStart[group + 1];
      route++
    ) {
      const tonnes = routeTonnes[route];
      const passes = passedPosts(routes, route);
      sums.tonnes += tonnes;
      posts.forEach((a, at) => {
        if (!passes.has(a)) return;
        sums.byPost[at] += tonnes;
        posts.forEach((b, other) => {
          if (passes.has(b)) sums.byPair[at][other] += tonnes;
        });
      });
    }
    demand += sums.tonnes;
    groups.push(sums);
  }
  return { groups, demand };
}

function passedPosts(
  { routeStages, routeStageStart, stagePost }: CompiledModel['routes'],
  route: number,
): Set<number> {
  const stages = routeStages.subarray(routeStageStart[route], routeStageStart[route + 1]);
  return new Set(Array.from(stages, (stage) => stagePost[stage]));
}

/** By the power method, from a start that no symmetry of the matrix makes blind. */
function largestEigenvalue(matrix: readonly (readonly number[])[]): {
  value: number;
  vector: number[];
} {
  let vector = matrix.map((_, index) => 1 / (index + 1));
  let value = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const next = matrix.map((row) => row.reduce((sum, entry, at) => sum + entry * vector[at], 0));
    value = Math.sqrt(next.reduce((sum, entry) => sum + entry * entry, 0));
    if (value === 0) break;
    vector = next.map((entry) => entry / value);
  }
  return { value, vector };
}
