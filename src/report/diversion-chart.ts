// Draws who loses tonnes to whom: ribbons as wide as the tonnes, coloured by the corridor that loses them.

import { shortName } from '../results/place-names.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { type Bar, barWidth, type DiversionLayout, diagramWidth } from './diversion-layout.ts';
import { formatTonnes, type TonneScale } from './format.ts';
import { element, type Markup, picture, text } from './markup.ts';

/** Longer names lose words in their middle, so that those of the two sides do not meet. */
const longestName = 22;
/** Between a bar and its name, px. */
const nameGap = 5;

/** The diagram. */
export function diversionChart(
  { height, losers, gainers, ribbons }: DiversionLayout,
  colours: CorridorColours,
  scale: TonneScale,
): Markup {
  const paths = ribbons.map(({ from, start, end, thickness }) =>
    element('path', {
      d: ribbonPath(start, end),
      class: `ribbon ${colours.classOf(losers[from].party.id)}`,
      'stroke-width': Math.max(thickness, 0.1),
    }),
  );
  const bars = [
    ...losers.map((bar) => barMarkup(bar, scale, 'start', colours)),
    ...gainers.map((bar) => barMarkup(bar, scale, 'end', colours)),
  ];
  return picture(
    {
      width: diagramWidth,
      height,
      title: 'Diagram of the tonnes that change corridor; the matrix holds the numbers',
      className: 'diversion',
    },
    ...paths,
    ...bars,
  );
}

/** The middle line of a ribbon. */
function ribbonPath(start: number, end: number): string {
  const [left, middle, right] = [barWidth, diagramWidth / 2, diagramWidth - barWidth];
  const at = (value: number) => String(Number(value.toFixed(1)));
  return `M${left} ${at(start)}C${middle} ${at(start)} ${middle} ${at(end)} ${right} ${at(end)}`;
}

function barMarkup(
  { party, top, height }: Bar,
  scale: TonneScale,
  side: 'start' | 'end',
  colours: CorridorColours,
): Markup {
  const isLeft = side === 'start';
  const name = element(
    'text',
    {
      x: isLeft ? barWidth + nameGap : diagramWidth - barWidth - nameGap,
      y: top + height / 2 + 4,
      'text-anchor': side,
    },
    text(`${diagramName(party.name)} ${formatTonnes(party.tonnes, scale)}`),
  );
  const bar = element('rect', {
    x: isLeft ? 0 : diagramWidth - barWidth,
    y: top,
    width: barWidth,
    height: Math.max(height, 1),
    class: `bar ${colours.classOf(party.id)}`,
  });
  return bar + name;
}

/** A name short enough to stand in the diagram: of a long one, as many whole words of its start and end as fit. */
export function diagramName(name: string): string {
  const short = shortName(name);
  const words = [...short.matchAll(/[^\s-]+/g)];
  if (short.length <= longestName || words.length < 3) return short;
  const withWords = (first: number, last: number) =>
    `${short.slice(0, words[first].index + words[first][0].length)} … ${short.slice(words[last].index)}`;
  let [first, last] = [0, words.length - 1];
  for (;;) {
    if (withWords(first, last - 1).length <= longestName) last -= 1;
    else if (withWords(first + 1, last).length <= longestName) first += 1;
    else return withWords(first, last);
  }
}
