// Costs and probabilities of the cells that changed, as engine/choose-routes.ts and numerics/nested-logit.ts do.

import * as slots from '../slots';
import { exp, log } from './elementary';
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
  const end = int(at(slots.cellRouteStart), cell + 1);
  const valueOfTime = num(at(slots.cellValueOfTime), cell);
  const smoothedCost = at(slots.smoothedCost);
  for (let route = int(at(slots.cellRouteStart), cell); route < end; route++) {
    const cost =
      num(at(slots.routeCost), route) +
      num(at(slots.addedCost), route) +
      valueOfTime * num(at(slots.waitDays), route);
    put(at(slots.cost), route, cost);
    if (rate == 1) put(smoothedCost, route, cost);
    else add(smoothedCost, route, rate * (cost - num(smoothedCost, route)));
  }
}

function updateProbabilities(cell: i32, segment: i32): void {
  const first = int(at(slots.cellRouteStart), cell);
  const end = int(at(slots.cellRouteStart), cell + 1);
  const shift = int(at(slots.segmentOptionStart), segment) - first;
  const routeScale = num(at(slots.cellRouteScale), cell);
  const corridorScale = num(at(slots.cellCorridorScale), cell);
  const available = at(slots.available);
  const utility = at(slots.utility);
  for (let route = first; route < end; route++) {
    const option = route + shift;
    put(
      utility,
      option,
      byte(available, option) == 1
        ? num(at(slots.logPathSize), option) - routeScale * num(at(slots.smoothedCost), route)
        : -Infinity,
    );
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
  let total = outsideWeight;
  for (let nest = firstNest; nest < endNest; nest++) {
    const weight = exp(num(nestUtility, nest) - greatest);
    const end = int(nestStart, nest + 1) + shift;
    for (let row = int(nestStart, nest) + shift; row < end; row++)
      put(probability, row, num(probability, row) * weight);
    total += weight;
  }
  const lastRow = int(nestStart, endNest) + shift;
  for (let row = int(nestStart, firstNest) + shift; row < lastRow; row++)
    put(probability, row, num(probability, row) / total);
  return outsideWeight / total;
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
  let sum: f64 = 0;
  for (let row = first; row < end; row++) {
    const weight = exp(num(utility, row) - best);
    put(probability, row, weight);
    sum += weight;
  }
  for (let row = first; row < end; row++) put(probability, row, num(probability, row) / sum);
  return best + log(sum);
}
