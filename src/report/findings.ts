// Says in three sentences of numbers what a scenario does: who loses, who gains, what is not shipped.

import { notShippedSink } from '../results/keys.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { formatRange, formatShare, formatTonnes, noValue, threeDigitScale } from './format.ts';
import { corridorName, horizonName } from './names.ts';
import type { CorridorChange, ScenarioView } from './scenario-view.ts';
import type { Estimate } from './select.ts';

/** Shares of a loss or gain below this are not worth naming. */
const leastShareNamed = 0.05;

/** The findings as plain sentences: the biggest loser, the biggest gainer, the tonnes not shipped. */
export function findings(summary: StudySummary, view: ScenarioView): readonly string[] {
  if (view.corridors.every(({ change }) => !Number.isFinite(change.mean)))
    return ['The tables hold no changes of corridors.', notShipped(summary, view)];
  const loser = view.corridors[0];
  const gainer = view.corridors[view.corridors.length - 1];
  if (!(loser.change.mean < 0 || gainer.change.mean > 0))
    return ['No corridor gains or loses a tonne against the baseline.', notShipped(summary, view)];
  return [
    loser.change.mean < 0
      ? `${loser.name} loses most: ${changeText(summary, loser)}${destination(summary, view, loser)}.`
      : 'No corridor loses tonnes.',
    gainer.change.mean > 0
      ? `${gainer.name} gains most: ${changeText(summary, gainer)}${origin(summary, view, gainer)}.`
      : 'No corridor gains tonnes.',
    notShipped(summary, view),
  ];
}

function changeText(summary: StudySummary, corridor: CorridorChange): string {
  const share = Math.abs(corridor.change.mean / corridor.baseline.mean);
  const ofBaseline = corridor.baseline.mean > 0 ? `, ${formatShare(share)} of its baseline` : '';
  const size = upright(corridor.change);
  const over = `over ${horizonName(summary)}`;
  return `${amount(size)} ${over} (${interval(size)})${ofBaseline}`;
}

function destination(summary: StudySummary, view: ScenarioView, loser: CorridorChange): string {
  const largest = view.transfers.find((transfer) => transfer.from === loser.id);
  if (!largest || largest.shareOfLoss < leastShareNamed) return '';
  const share = partOrAll(largest.shareOfLoss);
  return largest.to === notShippedSink
    ? `; ${share} of what leaves it is not shipped at all`
    : `; ${corridorName(summary, largest.to)} takes ${share} of what leaves it`;
}

function origin(summary: StudySummary, view: ScenarioView, gainer: CorridorChange): string {
  const received = view.transfers.filter((transfer) => transfer.to === gainer.id);
  const total = received.reduce((sum, transfer) => sum + transfer.tonnes.mean, 0);
  const largest = received[0];
  if (!largest || largest.tonnes.mean < leastShareNamed * total) return '';
  const share = partOrAll(largest.tonnes.mean / total);
  return largest.from === notShippedSink
    ? `; ${share} of what it takes was not shipped before`
    : `; ${share} of what it takes comes from ${corridorName(summary, largest.from)}`;
}

function partOrAll(share: number): string {
  return share > 0.995 ? 'all' : formatShare(share);
}

function notShipped(summary: StudySummary, view: ScenarioView): string {
  const { change: unshipped } = view.notShipped;
  if (!Number.isFinite(unshipped.mean)) return 'How much is not shipped is not known.';
  if (unshipped.mean === 0) return 'What is not shipped stays as in the baseline.';
  const direction = unshipped.mean > 0 ? 'more is not shipped' : 'more is shipped';
  const size = upright(unshipped);
  const over = `than in the baseline over ${horizonName(summary)}`;
  return `${amount(size)} ${direction} ${over} (${interval(size)}).`;
}

/** How many more tonnes wait or travel at the end than in the baseline; empty when it is less than a tonne. */
export function delayedSentence({ delayed }: ScenarioView): string {
  if (!(Math.abs(delayed.mean) >= 1)) return '';
  const size = upright(delayed);
  const direction = delayed.mean > 0 ? 'more' : 'fewer';
  return `At the end ${amount(size)} ${direction} wait or are under way than in the baseline (${interval(size)}).`;
}

/** The estimate turned so that its mean is positive: a loss of 2 to 3 rather than a change of −3 to −2. */
function upright(estimate: Estimate): Estimate {
  if (!(estimate.mean < 0)) return estimate;
  const { mean, lower, upper, p05, p95 } = estimate;
  return { mean: -mean, lower: -upper, upper: -lower, p05: -p95, p95: -p05 };
}

/** `1.24 Mt`. */
function amount(estimate: Estimate): string {
  const scale = threeDigitScale(estimate.mean);
  return `${formatTonnes(estimate.mean, scale)} ${scale.unit}`;
}

/** `95 % interval 1.08 to 1.40 Mt`, and a warning when it spans zero. */
function interval(estimate: Estimate): string {
  const scale = threeDigitScale(estimate.mean);
  const range = formatRange(estimate.lower, estimate.upper, scale);
  if (range === noValue) return 'no interval';
  const spansZero = estimate.lower <= 0 && estimate.upper >= 0 ? ', so it may be nil' : '';
  return `95 % interval ${range} ${scale.unit}${spansZero}`;
}
