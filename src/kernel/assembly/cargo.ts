// Sends cargo along legs and takes it off at the end, as engine/send.ts does.

import * as slots from '../slots';
import { add, at, byte, int, num, put } from './memory';

/** Sends tonnes, by the source of the leg, along the legs of a kind, run by run of legs with the same whole steps of lag. */
export function sendKind(kind: i32, tonnes: i32, step: i32): void {
  const legSteps = at(slots.legSteps);
  const arriving = at(slots.arriving);
  const mask = at(slots.arrivingMask);
  const rowBytes = at(slots.legs) << 3;
  const sendRunStart = at(slots.sendRunStart);
  const end = int(at(slots.kindRunStart), kind + 1);
  for (let run = int(at(slots.kindRunStart), kind); run < end; run++) {
    const first = int(sendRunStart, run);
    const arrival = step + int(legSteps, first);
    const onTime = arriving + (arrival & mask) * rowBytes;
    const stepLater = arriving + ((arrival + 1) & mask) * rowBytes;
    sendRun(first, int(sendRunStart, run + 1), tonnes, onTime, stepLater);
  }
}

/** Two legs at a time: their sources stand apart, all else side by side. */
function sendRun(first: i32, end: i32, tonnes: i32, onTime: i32, stepLater: i32): void {
  const legSource = at(slots.legSource);
  const legFraction = at(slots.legFraction);
  const legTonnes = at(slots.legTonnes);
  let leg = first;
  for (; leg + 1 < end; leg += 2) {
    const source = legSource + (leg << 2);
    const offset = leg << 3;
    const sent = v128.load64_lane(
      tonnes + (load<i32>(source, 4) << 3),
      v128.load64_zero(tonnes + (load<i32>(source) << 3)),
      1,
    );
    const late = f64x2.mul(v128.load(legFraction + offset), sent);
    const early = f64x2.sub(sent, late);
    v128.store(onTime + offset, f64x2.add(v128.load(onTime + offset), early));
    v128.store(stepLater + offset, f64x2.add(v128.load(stepLater + offset), late));
    v128.store(legTonnes + offset, f64x2.add(v128.load(legTonnes + offset), sent));
  }
  if (leg == end) return;
  const sent = num(tonnes, int(legSource, leg));
  const late = num(legFraction, leg) * sent;
  add(onTime, leg, sent - late);
  add(stepLater, leg, late);
  add(legTonnes, leg, sent);
}

export function takeArrivals(step: i32): void {
  const stages = at(slots.stages);
  const leaving = at(slots.leaving);
  const row = at(slots.arriving) + (step & at(slots.arrivingMask)) * (at(slots.legs) << 3);
  memory.copy(leaving, row, stages << 3);
  memory.fill(row, 0, stages << 3);
  const posts = at(slots.posts);
  const postOrder = at(slots.postOrder);
  let index = 0;
  for (; index + 3 < posts; index += 4)
    addUpFour(
      int(postOrder, index),
      int(postOrder, index + 1),
      int(postOrder, index + 2),
      int(postOrder, index + 3),
    );
  for (; index < posts; index++) addUpPost(int(postOrder, index), 0, 0);
}

/** Four posts side by side as far as the stages of the first go, which has the fewest; each sum keeps its order. */
function addUpFour(a: i32, b: i32, c: i32, d: i32): void {
  const start = at(slots.postStageStart);
  const stages = at(slots.postStages);
  const leaving = at(slots.leaving);
  const common = int(start, a + 1) - int(start, a);
  let ofA = stages + (int(start, a) << 2);
  let ofB = stages + (int(start, b) << 2);
  let ofC = stages + (int(start, c) << 2);
  let ofD = stages + (int(start, d) << 2);
  const end = ofA + (common << 2);
  let sumA: f64 = 0;
  let sumB: f64 = 0;
  let sumC: f64 = 0;
  let sumD: f64 = 0;
  for (; ofA < end; ofA += 4, ofB += 4, ofC += 4, ofD += 4) {
    sumA += num(leaving, load<i32>(ofA));
    sumB += num(leaving, load<i32>(ofB));
    sumC += num(leaving, load<i32>(ofC));
    sumD += num(leaving, load<i32>(ofD));
  }
  put(at(slots.arrived), a, sumA);
  addUpPost(b, common, sumB);
  addUpPost(c, common, sumC);
  addUpPost(d, common, sumD);
}

/** Adds to a sum what arrives at the stages of a post after the first `done`. */
function addUpPost(post: i32, done: i32, sum: f64): void {
  const stages = at(slots.postStages);
  const leaving = at(slots.leaving);
  const end = int(at(slots.postStageStart), post + 1);
  let tonnes = sum;
  for (let place = int(at(slots.postStageStart), post) + done; place < end; place++)
    tonnes += num(leaving, int(stages, place));
  put(at(slots.arrived), post, tonnes);
}

/** Gives the number of posts that do not let their arrivals pass untouched. */
export function passFreely(step: i32, stepDays: f64): i32 {
  const posts = at(slots.posts);
  const mask = at(slots.expectedMask);
  const due = at(slots.expected) + ((step & mask) << 3);
  let busy = 0;
  for (let post = 0; post < posts; post++) {
    const tonnes = num(at(slots.arrived), post);
    const keepsUp = tonnes <= num(at(slots.capacity), post) * stepDays;
    if (keepsUp && byte(at(slots.queueing), post) == 0) {
      add(at(slots.postTonnes), post, tonnes);
    } else {
      store<i32>(at(slots.busyPosts) + (busy << 2), post);
      busy += 1;
    }
    put(due, post * (mask + 1), 0);
  }
  return busy;
}

export function takeDeliveries(step: i32): void {
  const legs = at(slots.legs);
  const legGroup = at(slots.legGroup);
  const yearDelivered = at(slots.yearDelivered);
  const groupDelivered = at(slots.groupDelivered);
  const row = at(slots.arriving) + (step & at(slots.arrivingMask)) * (legs << 3);
  for (let leg = at(slots.stages); leg < legs; leg++) {
    const tonnes = num(row, leg);
    const group = int(legGroup, leg);
    put(row, leg, 0);
    add(yearDelivered, group, tonnes);
    add(groupDelivered, group, tonnes);
  }
}
