// Shows the transfers between corridors in numbers: a heat-coloured matrix, and a list with every interval and bound.

import type { StudySummary } from '../results/study-summary.ts';
import type { FoldedTransfers, Move } from './folded-transfers.ts';
import { formatRange, formatShare, formatTonnes, type TonneScale, tonneScale } from './format.ts';
import { dataTable, heatStyle, numberCell, numberHead, textCell, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName } from './names.ts';
import type { Transfer } from './transfers.ts';

/**
 * Who lost (rows) how much to whom (columns): mean, interval and, on demand, bounds; darker cells hold more tonnes, empty
 * ones none to speak of.
 */
export function diversionMatrix(
  { losers, gainers, moves }: FoldedTransfers,
  scale: TonneScale,
): Markup {
  const largest = Math.max(...moves.map(({ tonnes }) => tonnes));
  return dataTable({
    caption: `Tonnes that moved from the corridor of the row to that of the column, ${scale.unit}`,
    head: [
      textHead('', 'Lost by'),
      ...gainers.map(({ name }) =>
        element('th', { scope: 'col', class: 'upright' }, element('span', {}, text(name))),
      ),
    ],
    rows: losers.map((loser) => ({
      className: '',
      heading: text(loser.name),
      cells: gainers.map((gainer) => {
        const move = moves.find(({ from, to }) => from === loser.id && to === gainer.id);
        return move ? heatCell(move, scale, largest) : element('td', {});
      }),
    })),
  });
}

/** What the matrix says of a move; all empty when it rounds to nothing, no interval and bounds where moves were folded. */
export function moveTexts({ tonnes, transfer }: Move, scale: TonneScale) {
  const mean = formatTonnes(tonnes, scale);
  if (!/[1-9]/.test(mean)) return { mean: '', interval: '', bounds: '' };
  if (!transfer) return { mean, interval: '', bounds: '' };
  return {
    mean,
    interval: formatRange(transfer.tonnes.lower, transfer.tonnes.upper, scale),
    bounds: formatRange(transfer.lowerBound, transfer.upperBound, scale),
  };
}

function heatCell(move: Move, scale: TonneScale, largest: number): Markup {
  const { mean, interval, bounds } = moveTexts(move, scale);
  if (mean === '') return element('td', {});
  return element(
    'td',
    { class: 'heat', style: heatStyle(move.tonnes / largest) },
    text(mean),
    element('small', { class: 'interval' }, text(interval)),
    element('small', { class: 'bounds' }, text(bounds)),
  );
}

/** Transfers with their intervals, shares of the loss and bounds. */
export function transferTable(summary: StudySummary, transfers: readonly Transfer[]): Markup {
  const scale = tonneScale(transfers.map(({ tonnes }) => tonnes.mean));
  return dataTable({
    caption: `Transfers between corridors, ${scale.unit}, largest first`,
    head: [
      textHead('From'),
      textHead('To'),
      numberHead(`Tonnes, ${scale.unit}`),
      numberHead('95 % interval'),
      numberHead('5 % to 95 % of runs'),
      numberHead('Of the loss'),
      numberHead('Bounds'),
    ],
    rows: transfers.map(({ from, to, tonnes, shareOfLoss, lowerBound, upperBound }) => ({
      className: '',
      heading: text(corridorName(summary, from)),
      cells: [
        textCell(corridorName(summary, to)),
        numberCell(formatTonnes(tonnes.mean, scale)),
        numberCell(formatRange(tonnes.lower, tonnes.upper, scale)),
        numberCell(formatRange(tonnes.p05, tonnes.p95, scale)),
        numberCell(formatShare(shareOfLoss)),
        numberCell(formatRange(lowerBound, upperBound, scale)),
      ],
    })),
  });
}
