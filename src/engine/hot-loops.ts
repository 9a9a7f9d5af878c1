// The loops in which a run spends its time, in plain TypeScript or in a kernel: the same operations in the same order.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Arena } from '../kernel/arena.ts';
import type { EngineState } from './state.ts';

/** One way of running the loops. Both ways give the same bits. */
export interface HotLoops {
  /** Where the state's arrays come from. */
  readonly arena: Arena;
  /** Called before the first step of a replication, when the state's rings have their size. */
  bind(model: CompiledModel, state: EngineState): void;
  /** Takes the waits of the last step off the routes through the posts that had one in sight. */
  forgetWaits(model: CompiledModel, state: EngineState): void;
  /** Adds the waits predicted at the posts first … end - 1 that have a capacity to their routes, when a queue is in sight. */
  predictPostWaits(model: CompiledModel, state: EngineState, first: number, end: number): void;
  /**
   * Generalised costs, USD/t, and choice probabilities of the cells that are marked as changed.
   * @param rate part of the way that averaged costs go to the costs of now; 1 = they are the same
   */
  updateChoices(model: CompiledModel, state: EngineState, rate: number): void;
  /** Moves every share this part of the way to its probability. */
  followProbabilities(model: CompiledModel, state: EngineState, rate: number): void;
  /** Splits `cellTonnes` into `dispatched`, its sums by group, and what is not shipped by cell; adds them to the accounts of the year. */
  splitDemand(model: CompiledModel, state: EngineState): void;
  /** Announces what was dispatched to every post on its way, for the prediction of waits. */
  announceDispatches(model: CompiledModel, state: EngineState): void;
  /** Sends `dispatched` from the origins, and `leaving` from the stages. */
  sendFromOrigins(model: CompiledModel, state: EngineState): void;
  sendFromStages(model: CompiledModel, state: EngineState): void;
  /** Takes the step's arrivals at stages into `leaving`, and adds them up by post into `arrived`. */
  takeArrivals(model: CompiledModel, state: EngineState): void;
  /**
   * Books the arrivals of the posts that let them pass untouched, and takes the step off what is expected at all posts.
   * @returns the number of other posts, which stand in `busyPosts`
   */
  passFreely(model: CompiledModel, state: EngineState): number;
  /** Takes the step's arrivals at destinations and adds them to each group's deliveries. */
  takeDeliveries(model: CompiledModel, state: EngineState): void;
  /** Adds the step's dispatches, with their costs and days, to the accounts of the month and the year. */
  recordDispatches(model: CompiledModel, state: EngineState): void;
}
