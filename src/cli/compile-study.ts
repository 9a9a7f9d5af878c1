// Compiles a loaded study for a command, and says what is wrong with it.

import { dirname, join } from 'node:path';
import { CompileError, compile } from '../compile/compile.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { buildRouteSets, type RouteSets, routeTask } from '../compile/route-sets.ts';
import type { Scenario } from '../model/scenario.ts';
import { defaultWorkerCount } from '../replicate/pool.ts';
import { buildRouteSetsOnThreads } from '../replicate/pool-routes.ts';
import type { LoadedStudy } from './load-study.ts';
import { cachedRouteSets } from './route-cache.ts';
import { sayError } from './terminal.ts';

/** Flows from which on choice sets are kept for the next run: below, they are found in no time. */
const flowsToKeep = 100;
/** Flows from which on they are built on threads: below, the threads take longer to start. */
const flowsForThreads = 2000;

/**
 * The baseline's model, then the scenarios'; undefined when the study cannot be compiled.
 * @param folder  of the results; the choice sets of a study with many flows are kept beside it
 * @param workers threads that build them
 */
export async function compileStudy(
  { baseline, scenarios }: LoadedStudy,
  folder: string,
  workers = defaultWorkerCount,
): Promise<CompiledModel[] | undefined> {
  try {
    return compile(baseline, scenarios, await keptRouteSets(baseline, folder, workers));
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    error.problems.forEach(sayError);
    return undefined;
  }
}

/** The choice sets of a baseline with many flows; undefined where there are few. */
async function keptRouteSets(
  baseline: Scenario,
  folder: string,
  workers: number,
): Promise<RouteSets | undefined> {
  const flowCount = baseline.flows.length;
  if (flowCount < flowsToKeep) return undefined;
  const task = routeTask(baseline);
  const cache = join(dirname(folder), '.cargoflow-cache');
  return cachedRouteSets(cache, task, async () =>
    flowCount < flowsForThreads ? buildRouteSets(task) : buildRouteSetsOnThreads(task, workers),
  );
}
