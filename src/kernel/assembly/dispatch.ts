// Splits and announces dispatches and moves shares, as engine/dispatch.ts and engine/update-shares.ts do.

import * as slots from '../slots';
import { add, at, int, num, put } from './memory';

/** Moves every share a part of the way to its probability. */
export function followProbabilities(rate: f64): void {
  follow(at(slots.share), at(slots.probability), at(slots.options), rate);
  follow(at(slots.noShipShare), at(slots.noShipProbability), at(slots.segments), rate);
}

function follow(share: i32, probability: i32, count: i32, rate: f64): void {
  const rates = f64x2.splat(rate);
  const pairs = count & ~1;
  for (let index = 0; index < pairs; index += 2) {
    const address = share + (index << 3);
    const now = v128.load(address);
    const goal = v128.load(probability + (index << 3));
    v128.store(address, f64x2.add(now, f64x2.mul(rates, f64x2.sub(goal, now))));
  }
  if (pairs < count) add(share, pairs, rate * (num(probability, pairs) - num(share, pairs)));
}

/** Splits the tonnes of each cell over its routes; what is not shipped is written by cell. */
export function splitDemand(): void {
  const cells = at(slots.cells);
  const cellRouteStart = at(slots.cellRouteStart);
  const cellSegmentStart = at(slots.cellSegmentStart);
  const segmentOptionStart = at(slots.segmentOptionStart);
  const segmentWeight = at(slots.segmentWeight);
  const share = at(slots.share);
  const noShipShare = at(slots.noShipShare);
  const dispatched = at(slots.dispatched);
  for (let cell = 0; cell < cells; cell++) {
    const first = int(cellRouteStart, cell);
    const end = int(cellRouteStart, cell + 1);
    const tonnes = num(at(slots.cellTonnes), cell);
    const endSegment = int(cellSegmentStart, cell + 1);
    let notShipped: f64 = 0;
    for (let segment = int(cellSegmentStart, cell); segment < endSegment; segment++) {
      const options = share + (int(segmentOptionStart, segment) << 3);
      const segmentTonnes = num(segmentWeight, segment) * tonnes;
      const routes = dispatched + (first << 3);
      if (segment == int(cellSegmentStart, cell)) setTo(routes, options, segmentTonnes, end - first);
      else addTo(routes, options, segmentTonnes, end - first);
      notShipped += segmentTonnes * num(noShipShare, segment);
    }
    put(at(slots.cellNotShipped), cell, notShipped);
  }
  addUpGroups();
  addEach(at(slots.groupDispatched), at(slots.groupTonnes), at(slots.groups));
  addEach(at(slots.yearDemand), at(slots.cellTonnes), cells);
  addEach(at(slots.yearNotShipped), at(slots.cellNotShipped), cells);
}

/** Sets the tonnes of `count` routes to their shares of some tonnes; what is added to zero stays as it is. */
@inline
function setTo(routes: i32, shares: i32, tonnes: f64, count: i32): void {
  const both = f64x2.splat(tonnes);
  let offset = 0;
  for (const end = (count & ~1) << 3; offset < end; offset += 16)
    v128.store(routes + offset, f64x2.mul(both, v128.load(shares + offset)));
  if (count & 1) store<f64>(routes + offset, tonnes * load<f64>(shares + offset));
}

@inline
function addTo(routes: i32, shares: i32, tonnes: f64, count: i32): void {
  const both = f64x2.splat(tonnes);
  let offset = 0;
  for (const end = (count & ~1) << 3; offset < end; offset += 16) {
    const now = v128.load(routes + offset);
    v128.store(routes + offset, f64x2.add(now, f64x2.mul(both, v128.load(shares + offset))));
  }
  if (count & 1) {
    const now = load<f64>(routes + offset);
    store<f64>(routes + offset, now + tonnes * load<f64>(shares + offset));
  }
}

function addUpGroups(): void {
  const groups = at(slots.groups);
  const groupRouteStart = at(slots.groupRouteStart);
  const dispatched = at(slots.dispatched);
  for (let group = 0; group < groups; group++) {
    const end = int(groupRouteStart, group + 1);
    let tonnes: f64 = 0;
    for (let route = int(groupRouteStart, group); route < end; route++)
      tonnes += num(dispatched, route);
    put(at(slots.groupTonnes), group, tonnes);
  }
}

function addEach(sums: i32, amounts: i32, count: i32): void {
  const pairs = count & ~1;
  for (let offset = 0; offset < pairs << 3; offset += 16)
    v128.store(sums + offset, f64x2.add(v128.load(sums + offset), v128.load(amounts + offset)));
  if (pairs < count) add(sums, pairs, num(amounts, pairs));
}

export function announceDispatches(step: i32): void {
  const runs = at(slots.runs);
  const runRow = at(slots.runRow);
  const runSteps = at(slots.runSteps);
  const sums = at(slots.runSums);
  const expected = at(slots.expected);
  const mask = at(slots.expectedMask);
  const lastAnnounced = at(slots.lastAnnounced);
  addUpRuns(runs, sums);
  let next = -1;
  let lateBefore: f64 = 0;
  for (let run = 0; run < runs; run++) {
    const early = num(sums, 2 * run);
    const late = num(sums, 2 * run + 1);
    const row = int(runRow, run);
    const steps = int(runSteps, run);
    add(expected, row + ((step + steps) & mask), early);
    add(expected, row + ((step + steps + 1) & mask), late);
    const place = row + steps;
    put(lastAnnounced, place, place == next ? lateBefore + early : early);
    put(lastAnnounced, place + 1, late);
    next = place + 1;
    lateBefore = late;
  }
}

function addUpRuns(runs: i32, sums: i32): void {
  const order = at(slots.runOrder);
  const runStart = at(slots.runStart);
  let index = 0;
  while (index < runs) {
    const first = int(runStart, index);
    const length = int(runStart, index + 1) - first;
    const isPair = index + 1 < runs && int(runStart, index + 2) - first == 2 * length;
    if (isPair) {
      addUpTwo(first, length, sums + (int(order, index) << 4), sums + (int(order, index + 1) << 4));
      index += 2;
    } else {
      addUpOne(first, length, sums + (int(order, index) << 4));
      index += 1;
    }
  }
}

/** Two runs of one length side by side, one behind the other in memory. */
@inline
function addUpTwo(first: i32, length: i32, sumsOfOne: i32, sumsOfOther: i32): void {
  const dispatched = at(slots.dispatched);
  const apart = length << 2;
  let route = at(slots.runRoute) + (first << 2);
  let fraction = at(slots.runFraction) + (first << 3);
  const end = route + apart;
  let early = f64x2.splat(0);
  let late = f64x2.splat(0);
  for (; route < end; route += 4, fraction += 8) {
    const tonnes = v128.load64_lane(
      dispatched + (load<i32>(route + apart) << 3),
      v128.load64_zero(dispatched + (load<i32>(route) << 3)),
      1,
    );
    const fractions = v128.load64_lane(fraction + 2 * apart, v128.load64_zero(fraction), 1);
    const part = f64x2.mul(fractions, tonnes);
    early = f64x2.add(early, f64x2.sub(tonnes, part));
    late = f64x2.add(late, part);
  }
  v128.store(sumsOfOne, v128.shuffle<f64>(early, late, 0, 2));
  v128.store(sumsOfOther, v128.shuffle<f64>(early, late, 1, 3));
}

@inline
function addUpOne(first: i32, length: i32, sums: i32): void {
  const dispatched = at(slots.dispatched);
  const runRoute = at(slots.runRoute);
  const runFraction = at(slots.runFraction);
  let early: f64 = 0;
  let late: f64 = 0;
  for (let place = first; place < first + length; place++) {
    const tonnes = num(dispatched, int(runRoute, place));
    const part = num(runFraction, place) * tonnes;
    early += tonnes - part;
    late += part;
  }
  store<f64>(sums, early);
  store<f64>(sums, late, 8);
}
