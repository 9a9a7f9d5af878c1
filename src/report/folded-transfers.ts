// Folds the transfers between many corridors into those between the few that matter and all others.

import { notShippedSink } from '../results/keys.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { corridorName } from './names.ts';
import type { Transfer } from './scenario-view.ts';

/** A corridor, or several folded into one, that loses or gains. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** Mean tonnes lost or gained in all. */
  readonly tonnes: number;
}

/** Tonnes from one party to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Mean tonnes; of folded transfers, the sum of their means. */
  readonly tonnes: number;
  /** The transfer itself, with its interval; undefined when several were folded. */
  readonly transfer: Transfer | undefined;
}

/** Every tonne that moved, between few parties. */
export interface FoldedTransfers {
  /** Largest first, the folded ones last. */
  readonly losers: readonly Party[];
  /** Largest first, then the folded ones, then what is not shipped. */
  readonly gainers: readonly Party[];
  readonly moves: readonly Move[];
}

const mostLosers = 6;
const mostGainers = 8;
const others = 'others';

/** Folds all but the largest losers and gainers. */
export function foldTransfers(
  summary: StudySummary,
  transfers: readonly Transfer[],
): FoldedTransfers {
  const losers = fold(summary, totals(transfers, 'from'), mostLosers, undefined);
  const gainers = fold(summary, totals(transfers, 'to'), mostGainers, notShippedSink);
  const partyOf = (parties: readonly Party[], id: string) =>
    parties.some((party) => party.id === id) ? id : others;
  const moves = new Map<string, Move>();
  for (const transfer of transfers) {
    const from = partyOf(losers, transfer.from);
    const to = partyOf(gainers, transfer.to);
    const known = moves.get(`${from} ${to}`);
    moves.set(`${from} ${to}`, {
      from,
      to,
      tonnes: (known?.tonnes ?? 0) + transfer.tonnes.mean,
      transfer: known ? undefined : transfer,
    });
  }
  return { losers, gainers, moves: [...moves.values()] };
}

function totals(transfers: readonly Transfer[], side: 'from' | 'to'): [string, number][] {
  const tonnes = new Map<string, number>();
  for (const transfer of transfers)
    tonnes.set(transfer[side], (tonnes.get(transfer[side]) ?? 0) + transfer.tonnes.mean);
  return [...tonnes].sort((a, b) => b[1] - a[1]);
}

function fold(
  summary: StudySummary,
  amounts: readonly [string, number][],
  most: number,
  alwaysLast: string | undefined,
): readonly Party[] {
  const party = ([id, tonnes]: readonly [string, number]): Party => ({
    id,
    name: corridorName(summary, id),
    tonnes,
  });
  const corridors = amounts.filter(([id]) => id !== alwaysLast);
  const folded = corridors.length > most + 1 ? corridors.slice(most) : [];
  const sum = folded.reduce((total, [, tonnes]) => total + tonnes, 0);
  return [
    ...corridors.slice(0, corridors.length - folded.length).map(party),
    ...(folded.length > 0 ? [{ id: others, name: `${folded.length} others`, tonnes: sum }] : []),
    ...amounts.filter(([id]) => id === alwaysLast).map(party),
  ];
}
