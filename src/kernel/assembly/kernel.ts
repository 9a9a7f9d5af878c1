// What the kernel offers: the hot loops of a step, on arrays whose addresses stand in a table (slots.ts).

export { passFreely, sendKind, takeArrivals, takeDeliveries } from './cargo';
export { chooseRoutes } from './choice';
export { announceDispatches, followProbabilities, splitDemand } from './dispatch';
export { exp, log } from './elementary';
export { recordDispatches } from './records';
export { forgetWaits, predictPostWaits } from './waits';
