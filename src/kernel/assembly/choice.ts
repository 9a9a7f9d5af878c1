// Costs and probabilities of the cells that changed, as engine/choose-routes.ts and numerics/nested-logit.ts do.

import * as slots from '../slots';
import { exp, expOfTwo, log } from './elementary';
import { add, at, byte, int, num, put } from './memory';

/** @param rate part of the way that averaged costs go to the costs of now; 1 = they are the same */
export function chooseRoutes(rate: f64): void {
  const cells = at(slots.cells);
  const cellChanged = at(slots.cellChanged);
  const cellSegmentStart = at(slots.cellSegmentStart);
  for (let cell = 0; cell < cells; cell++) {
    if (byte(cellChanged, cell) == 0) continue;
    store<u8>(cellChanged + cell, 0);
    updateCosts(cell, rate);
    const end = int(cellSegmentStart, cell + 1);
    for (let segment = int(cellSegmentStart, cell); segment < end; segment++)
      updateProbabilities(cell, segment);
  }
}

function updateCosts(cell: i32, rate: f64): void {
  const first = int(at(slots.cellRouteStart), cell);
  const count = int(at(slots.cellRouteStart), cell + 1) - first;
  const valueOfTime = num(at(slots.cellValueOfTime), cell);
  const routeCost = at(slots.routeCost) + (first << 3);
  const addedCost = at(slots.addedCost) + (first << 3);
  const waitDays = at(slots.waitDays) + (first << 3);
  const cost = at(slots.cost) + (first << 3);
  const smoothedCost = at(slots.smoothedCost) + (first << 3);
  for (let route = 0; route < count; route++)
    put(
      cost,
      route,
      num(routeCost, route) + num(addedCost, route) + valueOfTime * num(waitDays, route),
    );
  if (rate == 1) memory.copy(smoothedCost, cost, count << 3);
  else
    for (let route = 0; route < count; route++)
      add(smoothedCost, route, rate * (num(cost, route) - num(smoothedCost, route)));
}

function updateProbabilities(cell: i32, segment: i32): void {
  const first = int(at(slots.cellRouteStart), cell);
  const end = int(at(slots.cellRouteStart), cell + 1);
  const shift = int(at(slots.segmentOptionStart), segment) - first;
  const routeScale = num(at(slots.cellRouteScale), cell);
  const corridorScale = num(at(slots.cellCorridorScale), cell);
  const utility = at(slots.utility) + ((first + shift) << 3);
  const available = at(slots.available) + first + shift;
  const logPathSize = at(slots.logPathSize) + ((first + shift) << 3);
  const smoothedCost = at(slots.smoothedCost) + (first << 3);
  for (let route = 0; route < end - first; route++) {
    const value = num(logPathSize, route) - routeScale * num(smoothedCost, route);
    put(utility, route, select<f64>(value, -Infinity, byte(available, route) == 1));
  }
  const outside = -corridorScale * num(at(slots.cellReservationCost), cell);
  put(
    at(slots.noShipProbability),
    segment,
    nestedLogit(
      int(at(slots.cellGroupStart), cell),
      int(at(slots.cellGroupStart), cell + 1),
      shift,
      corridorScale / routeScale,
      outside,
    ),
  );
}

function nestedLogit(
  firstNest: i32,
  endNest: i32,
  shift: i32,
  scaleRatio: f64,
  outsideUtility: f64,
): f64 {
  const nestStart = at(slots.groupRouteStart);
  const nestUtility = at(slots.nestUtility);
  const probability = at(slots.probability);
  let greatest: f64 = -Infinity;
  for (let nest = firstNest; nest < endNest; nest++) {
    const first = int(nestStart, nest) + shift;
    const end = int(nestStart, nest + 1) + shift;
    const value = scaleRatio * shareWithin(first, end);
    put(nestUtility, nest, value);
    if (value > greatest) greatest = value;
  }
  if (greatest == -Infinity) return 1;
  if (outsideUtility > greatest) greatest = outsideUtility;
  const outsideWeight = exp(outsideUtility - greatest);
  expOfDifferences(nestUtility, nestUtility, firstNest, endNest, greatest);
  let total = outsideWeight;
  for (let nest = firstNest; nest < endNest; nest++) {
    const weight = num(nestUtility, nest);
    const end = int(nestStart, nest + 1) + shift;
    for (let row = int(nestStart, nest) + shift; row < end; row++)
      put(probability, row, num(probability, row) * weight);
    total += weight;
  }
  divide(probability, int(nestStart, firstNest) + shift, int(nestStart, endNest) + shift, total);
  return outsideWeight / total;
}

/** Writes exp(value - greatest) of the values first … end - 1. */
function expOfDifferences(values: i32, results: i32, first: i32, end: i32, greatest: f64): void {
  const greatestOfTwo = f64x2.splat(greatest);
  let index = first;
  for (; index + 1 < end; index += 2) {
    const offset = index << 3;
    const difference = f64x2.sub(v128.load(values + offset), greatestOfTwo);
    v128.store(results + offset, expOfTwo(difference));
  }
  if (index < end) put(results, index, exp(num(values, index) - greatest));
}

function divide(values: i32, first: i32, end: i32, divisor: f64): void {
  const both = f64x2.splat(divisor);
  let index = first;
  for (; index + 1 < end; index += 2) {
    const address = values + (index << 3);
    v128.store(address, f64x2.div(v128.load(address), both));
  }
  if (index < end) put(values, index, num(values, index) / divisor);
}

function shareWithin(first: i32, end: i32): f64 {
  const utility = at(slots.utility);
  const probability = at(slots.probability);
  let best: f64 = -Infinity;
  for (let row = first; row < end; row++) {
    const value = num(utility, row);
    if (value > best) best = value;
  }
  if (end - first == 1 || best == -Infinity) {
    for (let row = first; row < end; row++) put(probability, row, best == -Infinity ? 0 : 1);
    return best;
  }
  expOfDifferences(utility, probability, first, end, best);
  let sum: f64 = 0;
  for (let row = first; row < end; row++) sum += num(probability, row);
  divide(probability, first, end, sum);
  return best + log(sum);
}
