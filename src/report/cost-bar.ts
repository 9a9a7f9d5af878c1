// Draws a change of cost as a bar parted by kind of cost: what is added to the right of zero, what is saved to the left.

import { scaleLinear } from 'd3-scale';
import type { MoveCosts } from './cost-part.ts';
import { formatSigned } from './format.ts';
import { element, type Markup, picture, text } from './markup.ts';

const barWidth = 420;
const barHeight = 26;
const margin = 3;

/** Kinds of cost: few enough for the eye to tell apart; their classes give the colours. */
export const termGroups = [
  { name: 'tariffs', className: 't1', terms: ['haul'] },
  { name: 'days on the way', className: 't2', terms: ['haul_time'] },
  {
    name: 'borders, ports, transfers',
    className: 't3',
    terms: ['passage', 'passage_time', 'transfer', 'transfer_time'],
  },
  { name: 'queues', className: 't4', terms: ['queue'] },
  { name: 'what events add', className: 't5', terms: ['event_cost', 'event_time', 'risk'] },
  { name: 'constants of the corridors', className: 't6', terms: ['constant'] },
] as const;

interface Part {
  readonly name: string;
  readonly className: string;
  readonly costPerTonne: number;
}

function partsOf({ terms }: MoveCosts): readonly Part[] {
  return termGroups
    .map(({ name, className, terms: members }) => ({
      name,
      className,
      costPerTonne: members.reduce((sum, term) => sum + (terms.get(term)?.mean ?? 0), 0),
    }))
    .filter(({ costPerTonne }) => costPerTonne !== 0 && Number.isFinite(costPerTonne));
}

/** The scale of the bars of one table: all that is added, and all that is saved, fits. */
export function termScale(moves: readonly MoveCosts[]): (costPerTonne: number) => number {
  const ends = moves.flatMap((move) => {
    const costs = partsOf(move).map(({ costPerTonne }) => costPerTonne);
    const sum = (list: readonly number[]) => list.reduce((total, cost) => total + cost, 0);
    return [sum(costs.filter((cost) => cost > 0)), sum(costs.filter((cost) => cost < 0))];
  });
  return scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends)])
    .range([margin, barWidth - margin]);
}

/** The cell with the bar of one move, and a mark at the sum. */
export function barCellOfTerms(move: MoveCosts, place: (costPerTonne: number) => number): Markup {
  let [saved, added] = [0, 0];
  const rects = partsOf(move).map(({ name, className, costPerTonne }) => {
    const start = costPerTonne < 0 ? saved + costPerTonne : added;
    if (costPerTonne < 0) saved += costPerTonne;
    else added += costPerTonne;
    const [left, right] = [place(start), place(start + Math.abs(costPerTonne))];
    return element(
      'rect',
      { x: left, y: 4, width: right - left, height: barHeight - 8, class: `term ${className}` },
      element('title', {}, text(`${name}: ${formatSigned(costPerTonne, 1)} USD/t`)),
    );
  });
  const total = place(saved + added).toFixed(1);
  return element(
    'td',
    { class: 'terms' },
    picture(
      { width: barWidth, height: barHeight, title: '', className: 'term-bar' },
      ...rects,
      element('path', { d: `M${place(0).toFixed(1)} 0V${barHeight}`, class: 'axis' }),
      element('path', { d: `M${total} 1V${barHeight - 1}`, class: 'total' }),
    ),
  );
}
