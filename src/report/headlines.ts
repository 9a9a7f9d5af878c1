// Picks the few numbers of a scenario that a reader should see first, each with its uncertainty.

import {
  formatPeriod,
  formatRange,
  formatTonneChange,
  formatTonnes,
  threeDigitScale,
} from './format.ts';
import type { CorridorChange, ScenarioView } from './scenario-view.ts';

/** A number in large type. */
export interface Headline {
  readonly label: string;
  readonly number: string;
  /** How sure it is. */
  readonly range: string;
  readonly direction: 'loss' | 'gain' | 'neutral';
}

/** The largest loss, the largest gain, what is not shipped, the queue that grows most; fewer when there is none. */
export function headlines(view: ScenarioView): readonly Headline[] {
  const loser = view.corridors[0];
  const gainer = view.corridors.at(-1);
  const list: Headline[] = [];
  if (loser && loser.change.mean < 0) list.push(changeHeadline(loser, 'loss'));
  if (gainer && gainer.change.mean > 0) list.push(changeHeadline(gainer, 'gain'));
  if (Number.isFinite(view.notShipped.change.mean))
    list.push(changeHeadline(view.notShipped, 'neutral'));
  const post = view.posts[0];
  if (post) {
    const scale = threeDigitScale(post.longest.mean);
    list.push({
      label: `Queue at ${post.name}, ${formatPeriod(post.month)}`,
      number: `${formatTonnes(post.longest.mean, scale)} ${scale.unit}`,
      range: `nine runs in ten: ${formatRange(post.longest.p05, post.longest.p95, scale)}`,
      direction: 'neutral',
    });
  }
  return list;
}

function changeHeadline(corridor: CorridorChange, direction: Headline['direction']): Headline {
  const { mean, lower, upper } = corridor.change;
  const scale = threeDigitScale(mean);
  return {
    label: corridor.name,
    number: `${formatTonneChange(mean, scale)} ${scale.unit}`,
    range: `95 % interval ${formatRange(lower, upper, scale, formatTonneChange)}`,
    direction,
  };
}
