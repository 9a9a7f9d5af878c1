// The hot loops in TypeScript: for machines without the kernel, and to hold the kernel to.

import { plainArena } from '../kernel/arena.ts';
import { announceDispatches } from './announcement-runs.ts';
import { updateChoices } from './choose-routes.ts';
import { splitDemand } from './dispatch.ts';
import type { HotLoops } from './hot-loops.ts';
import { passFreely } from './pass-posts.ts';
import { forgetWaits, predictPostWaits } from './predict-waits.ts';
import { recordDispatches } from './recorder.ts';
import { sendFromOrigins, sendFromStages, takeArrivals, takeDeliveries } from './send.ts';
import { followProbabilities } from './update-shares.ts';

export const plainLoops: HotLoops = {
  arena: plainArena,
  bind() {},
  forgetWaits,
  predictPostWaits,
  updateChoices,
  followProbabilities,
  splitDemand,
  announceDispatches,
  sendFromOrigins,
  sendFromStages,
  takeArrivals,
  passFreely,
  takeDeliveries,
  recordDispatches,
};
