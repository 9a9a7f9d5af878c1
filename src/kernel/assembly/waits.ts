// Predicts the waits at a post, as engine/predict-waits.ts does.

import * as slots from '../slots';
import { add, at, byte, int, num, put } from './memory';

export function predictPostWaits(first: i32, end: i32, step: i32, stepDays: f64): void {
  for (let post = first; post < end; post++) {
    const capacity = num(at(slots.capacity), post);
    if (capacity == Infinity || capacity == 0) continue;
    if (num(at(slots.queue), post) == 0 && !queueWillForm(post, step, stepDays)) continue;
    if (carryQueueForward(post, step, stepDays)) addWaits(post);
  }
}

export function forgetWaits(): void {
  const posts = at(slots.posts);
  const postWaiting = at(slots.postWaiting);
  const postRoutes = at(slots.postRoutes);
  for (let post = 0; post < posts; post++) {
    if (byte(postWaiting, post) == 0) continue;
    const end = int(at(slots.postStageStart), post + 1);
    for (let index = int(at(slots.postStageStart), post); index < end; index++) {
      const route = int(postRoutes, index);
      put(at(slots.waitDays), route, 0);
      store<u8>(at(slots.cellChanged) + int(at(slots.routeCell), route), 1);
    }
    store<u8>(postWaiting + post, 0);
  }
}

function queueWillForm(post: i32, step: i32, stepDays: f64): bool {
  const mask = at(slots.expectedMask);
  const row = (post * (mask + 1)) << 3;
  const expected = at(slots.expected) + row;
  const lastAnnounced = at(slots.lastAnnounced) + row;
  const capacity = num(at(slots.capacity), post) * stepDays;
  const reach = int(at(slots.postReach), post);
  let continued: f64 = 0;
  for (let ahead = 0; ahead < reach; ahead++) {
    continued += num(lastAnnounced, ahead);
    if (num(expected, (step + ahead) & mask) + continued > capacity) return true;
  }
  return false;
}

function carryQueueForward(post: i32, step: i32, stepDays: f64): bool {
  const mask = at(slots.expectedMask);
  const row = (post * (mask + 1)) << 3;
  const expected = at(slots.expected) + row;
  const lastAnnounced = at(slots.lastAnnounced) + row;
  const predictedQueue = at(slots.predictedQueue);
  const capacity = num(at(slots.capacity), post) * stepDays;
  const reach = int(at(slots.postReach), post);
  let queue = num(at(slots.queue), post);
  let longest = queue;
  let continued: f64 = 0;
  put(predictedQueue, 0, queue);
  for (let ahead = 0; ahead < reach; ahead++) {
    continued += num(lastAnnounced, ahead);
    const arriving = num(expected, (step + ahead) & mask) + continued;
    queue = queue + arriving - capacity;
    if (!(queue > 0)) queue = 0;
    put(predictedQueue, ahead + 1, queue);
    if (queue > longest) longest = queue;
  }
  return longest > 0;
}

function addWaits(post: i32): void {
  const postRoutes = at(slots.postRoutes);
  const postPlaces = at(slots.postPlaces);
  const offsetSteps = at(slots.offsetSteps);
  const offsetFraction = at(slots.offsetFraction);
  const predictedQueue = at(slots.predictedQueue);
  const waitDays = at(slots.waitDays);
  const routeCell = at(slots.routeCell);
  const cellChanged = at(slots.cellChanged);
  const capacity = num(at(slots.capacity), post);
  const end = int(at(slots.postStageStart), post + 1);
  for (let index = int(at(slots.postStageStart), post); index < end; index++) {
    const place = int(postPlaces, index);
    const route = int(postRoutes, index);
    const steps = int(offsetSteps, place);
    const now = num(predictedQueue, steps);
    const queue = now + num(offsetFraction, place) * (num(predictedQueue, steps + 1) - now);
    add(waitDays, route, queue / capacity);
    store<u8>(cellChanged + int(routeCell, route), 1);
  }
  store<u8>(at(slots.postWaiting) + post, 1);
}
