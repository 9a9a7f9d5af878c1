// Gives the corridors that change most a colour each, the same in every chart of a page.

import { notShippedSink } from '../results/keys.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Colours for corridors; the style sheet names them `k1`, `k2`, ...; all other corridors share the grey `k0`. */
const corridorColourCount = 8;

/** Class of the colour of each corridor. */
export interface CorridorColours {
  /** Corridors with a colour of their own, first the one that changes most. */
  readonly coloured: readonly string[];
  readonly classOf: (corridor: string) => string;
}

/** Colours by the largest change in any scenario; without scenarios every corridor is grey. */
export function corridorColours(views: readonly ScenarioView[]): CorridorColours {
  const largest = new Map<string, number>();
  for (const { corridors } of views)
    for (const { id, change } of corridors)
      if (Math.abs(change.mean) > 0)
        largest.set(id, Math.max(largest.get(id) ?? 0, Math.abs(change.mean)));
  const coloured = [...largest]
    .sort((a, b) => b[1] - a[1])
    .slice(0, corridorColourCount)
    .map(([id]) => id);
  return {
    coloured,
    classOf: (corridor) =>
      corridor === notShippedSink ? 'kn' : `k${coloured.indexOf(corridor) + 1}`,
  };
}
