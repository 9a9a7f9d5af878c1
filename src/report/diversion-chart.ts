// Draws who loses tonnes to whom: losers to the left, gainers to the right, ribbons as wide as the tonnes.

import { notShippedSink } from '../results/keys.ts';
import { shortName } from '../results/place-names.ts';
import type { FoldedTransfers, Party } from './folded-transfers.ts';
import { formatTonnes, type TonneScale, tonneScale } from './format.ts';
import { element, type Markup, picture, text } from './markup.ts';

const width = 460;
/** Height of all ribbons together, px. */
const totalHeight = 300;
const barWidth = 9;
/** Each bar takes at least this much room, so that its name fits, px. */
const leastRoom = 16;
const gap = 5;
const headHeight = 20;
/** Thinner ribbons cannot be seen, px. */
const leastThickness = 0.1;
/** Losers with a colour of their own; the others are grey. */
const colours = 5;
/** Longer names lose words in their middle, so that those of the two sides do not meet. */
const longestName = 27;

/** A party on one side of the chart. */
interface Bar {
  readonly party: Party;
  readonly top: number;
  readonly height: number;
}

/** The chart of these moves; empty when there are none. */
export function diversionChart({ losers, gainers, moves }: FoldedTransfers): Markup {
  if (moves.length === 0) return '';
  const total = losers.reduce((sum, party) => sum + party.tonnes, 0);
  const left = stack(losers, totalHeight / total);
  const right = stack(gainers, totalHeight / total);
  const scale = tonneScale(losers.map((party) => party.tonnes));
  return picture(
    {
      width,
      height: Math.max(stackHeight(left), stackHeight(right)) + headHeight,
      title: 'Diagram of the tonnes that change corridor; the table beside it holds the numbers',
      className: 'diversion',
    },
    sideHead('start', `Lost by, ${scale.unit}`),
    sideHead('end', `Gained by, ${scale.unit}`),
    element(
      'g',
      { transform: `translate(0 ${headHeight})` },
      ...ribbons(left, right, moves, totalHeight / total),
      ...left.map((bar, index) => barMarkup(bar, scale, 'start', colourOf(index))),
      ...right.map((bar) => barMarkup(bar, scale, 'end', gainerClass(bar.party.id))),
    ),
  );
}

function sideHead(side: 'start' | 'end', heading: string): Markup {
  const x = side === 'start' ? 0 : width;
  return element('text', { x, y: 11, class: 'side', 'text-anchor': side }, text(heading));
}

function colourOf(index: number): string {
  return index < colours ? `c${index + 1}` : 'c0';
}

function gainerClass(id: string): string {
  return id === notShippedSink ? 'lost' : 'gained';
}

function stack(parties: readonly Party[], pixelsPerTonne: number): readonly Bar[] {
  let top = 0;
  return parties.map((party) => {
    const bar = { party, top, height: party.tonnes * pixelsPerTonne };
    top += Math.max(bar.height, leastRoom) + gap;
    return bar;
  });
}

function stackHeight(bars: readonly Bar[]): number {
  const last = bars[bars.length - 1];
  return last.top + Math.max(last.height, leastRoom);
}

function ribbons(
  left: readonly Bar[],
  right: readonly Bar[],
  moves: FoldedTransfers['moves'],
  pixelsPerTonne: number,
): Markup[] {
  const leftUsed = left.map((bar) => bar.top);
  const rightUsed = right.map((bar) => bar.top);
  return left.flatMap((loser, from) =>
    right.flatMap((gainer, to) => {
      const move = moves.find(
        (each) => each.from === loser.party.id && each.to === gainer.party.id,
      );
      if (!move) return [];
      const thickness = move.tonnes * pixelsPerTonne;
      if (thickness < leastThickness) return [];
      const path = ribbon(leftUsed[from], rightUsed[to], thickness);
      leftUsed[from] += thickness;
      rightUsed[to] += thickness;
      return [element('path', { d: path, class: `ribbon ${colourOf(from)}` })];
    }),
  );
}

function ribbon(left: number, right: number, thickness: number): string {
  const [start, middle, end] = [barWidth, width / 2, width - barWidth];
  const at = (value: number) => value.toFixed(1);
  const [leftEnd, rightEnd] = [at(left + thickness), at(right + thickness)];
  return `M${start} ${at(left)}C${middle} ${at(left)} ${middle} ${at(right)} ${end} ${at(right)}V${rightEnd}C${middle} ${rightEnd} ${middle} ${leftEnd} ${start} ${leftEnd}Z`;
}

function barMarkup(
  { party, top, height }: Bar,
  scale: TonneScale,
  side: 'start' | 'end',
  className: string,
): Markup {
  const isLeft = side === 'start';
  const shown = Math.max(height, 1);
  const label = `${cut(shortName(party.name))} ${formatTonnes(party.tonnes, scale)}`;
  return (
    element('rect', {
      x: isLeft ? 0 : width - barWidth,
      y: top,
      width: barWidth,
      height: shown,
      class: className,
    }) +
    element(
      'text',
      {
        x: isLeft ? barWidth + 5 : width - barWidth - 5,
        y: Math.max(top + shown / 2, top + 5) + 4,
        'text-anchor': side,
      },
      text(label),
    )
  );
}

function cut(name: string): string {
  if (name.length <= longestName) return name;
  const kept = (longestName - 3) / 2;
  // One character more shows whether a word ends there.
  const start = name.slice(0, kept + 1).replace(/\s\S*$/, '');
  const end = name.slice(-kept - 1).replace(/^\S*\s/, '');
  return `${start} … ${end}`;
}
