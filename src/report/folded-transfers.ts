// Folds the transfers between many corridors into those between the few that matter and all others.

import { notShippedSink } from '../results/keys.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { corridorName } from './names.ts';
import type { Transfer } from './transfers.ts';

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

/** The tonnes that moved, between few parties: all but a small rest. */
export interface FoldedTransfers {
  /** Largest first, the folded ones last. */
  readonly losers: readonly Party[];
  /** Largest first, then the folded ones, then what is not shipped. */
  readonly gainers: readonly Party[];
  readonly moves: readonly Move[];
}

const mostLosers = 6;
const mostGainers = 8;
/** Parties below this share of all tonnes that moved are folded; together below it, they are left out. */
const leastShare = 0.005;
const others = 'others';

/** Folds all but the largest losers and gainers, and leaves out what would not show. */
export function foldTransfers(
  summary: StudySummary,
  transfers: readonly Transfer[],
): FoldedTransfers {
  const losers = fold(summary, totals(transfers, 'from'), mostLosers, undefined);
  const gainers = fold(summary, totals(transfers, 'to'), mostGainers, notShippedSink);
  const has = (parties: readonly Party[], id: string) => parties.some((party) => party.id === id);
  const partyOf = (parties: readonly Party[], id: string) => (has(parties, id) ? id : others);
  const moves = new Map<string, Move>();
  for (const transfer of transfers) {
    const from = partyOf(losers, transfer.from);
    const to = partyOf(gainers, transfer.to);
    if (!has(losers, from) || !has(gainers, to)) continue;
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

function sumOf(amounts: readonly [string, number][]): number {
  return amounts.reduce((sum, [, tonnes]) => sum + tonnes, 0);
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
  const least = leastShare * sumOf(amounts);
  const large = corridors.filter(([, tonnes]) => tonnes >= least);
  // One corridor too many takes no more room than its fold would.
  const named = large.slice(0, corridors.length === most + 1 ? most + 1 : most);
  const folded = corridors.slice(named.length);
  const rest = { id: others, name: `${folded.length} others`, tonnes: sumOf(folded) };
  return [
    ...named.map(party),
    ...(rest.tonnes >= least && folded.length > 0 ? [rest] : []),
    ...amounts.filter(([id]) => id === alwaysLast).map(party),
  ];
}
