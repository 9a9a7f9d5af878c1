// Sends cargo along legs and takes it off at the end, as engine/send.ts does.

import * as slots from '../slots';
import { add, at, int, num, put } from './memory';

/** Sends tonnes, by the source of the leg, along the legs of a kind. */
export function sendKind(kind: i32, tonnes: i32, step: i32): void {
  const legSource = at(slots.legSource);
  const legSteps = at(slots.legSteps);
  const legFraction = at(slots.legFraction);
  const legTonnes = at(slots.legTonnes);
  const arriving = at(slots.arriving);
  const mask = at(slots.arrivingMask);
  const rowBytes = at(slots.legs) << 3;
  const end = int(at(slots.legKindStart), kind + 1);
  let steps = -1;
  let onTime = 0;
  let stepLater = 0;
  for (let leg = int(at(slots.legKindStart), kind); leg < end; leg++) {
    if (int(legSteps, leg) != steps) {
      steps = int(legSteps, leg);
      onTime = arriving + ((step + steps) & mask) * rowBytes;
      stepLater = arriving + ((step + steps + 1) & mask) * rowBytes;
    }
    const sent = num(tonnes, int(legSource, leg));
    const late = num(legFraction, leg) * sent;
    add(onTime, leg, sent - late);
    add(stepLater, leg, late);
    add(legTonnes, leg, sent);
  }
}

export function takeArrivals(step: i32): void {
  const stages = at(slots.stages);
  const leaving = at(slots.leaving);
  const row = at(slots.arriving) + (step & at(slots.arrivingMask)) * (at(slots.legs) << 3);
  memory.copy(leaving, row, stages << 3);
  memory.fill(row, 0, stages << 3);
  const posts = at(slots.posts);
  const postStageStart = at(slots.postStageStart);
  const postStages = at(slots.postStages);
  const arrived = at(slots.arrived);
  for (let post = 0; post < posts; post++) {
    const end = int(postStageStart, post + 1);
    let tonnes: f64 = 0;
    for (let place = int(postStageStart, post); place < end; place++)
      tonnes += num(leaving, int(postStages, place));
    put(arrived, post, tonnes);
  }
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
