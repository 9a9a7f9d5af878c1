// Finds the events of a study that meet nothing that its cargo could use: what they say would change no number.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ProblemCode } from '../scenario/problem-codes.ts';

const code: ProblemCode = 'no-effect';

/** One line for each event of which no part acts on any route, queue, flow or planned link that cargo could use. */
export function idleEventProblems(models: readonly CompiledModel[]): string[] {
  const told = new Set<string>();
  return models.flatMap((model) =>
    idleEvents(model)
      .filter((event) => !told.has(event) && told.add(event))
      .map(
        (event) =>
          `${code}: ${model.name}: the event "${event}" changes nothing: no cargo could ever go by what it names ` +
          '(is there a way on from there, and cargo of this kind that would take it?)',
      ),
  );
}

/** Ids of the events without hits; the occurrences of a repeating event count as one. */
function idleEvents(model: CompiledModel): string[] {
  const idle = model.events.ids.filter((_, event) => !acts(model, event));
  return [...new Set(idle.map((id) => id.split('.')[0]))];
}

function acts(model: CompiledModel, event: number): boolean {
  const { effectStart } = model.events;
  for (let effect = effectStart[event]; effect < effectStart[event + 1]; effect++)
    if (effectActs(model, effect)) return true;
  return false;
}

/** Whether an effect hits a route, a flow, a post that routes pass, or a planned link by which one would lead. */
function effectActs({ events, routes }: CompiledModel, effect: number): boolean {
  const row = (start: Int32Array, members: Int32Array) =>
    members.subarray(start[effect], start[effect + 1]);
  const isUsed = (start: Int32Array) => (index: number) => start[index + 1] > start[index];
  return (
    row(events.effectRouteStart, events.effectRoutes).length > 0 ||
    row(events.effectCellStart, events.effectCells).length > 0 ||
    row(events.effectPostStart, events.effectPosts).some(isUsed(routes.postStageStart)) ||
    row(events.effectShutLinkStart, events.effectShutLinks).some(isUsed(events.shutLinkRouteStart))
  );
}
