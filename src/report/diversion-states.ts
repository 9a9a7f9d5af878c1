// Puts the diversion of every period and commodity into few characters, for the switches of the page.

import { all, demandSink, notShippedSink } from '../results/keys.ts';
import type { StudySummary } from '../results/study-summary.ts';
import type { CorridorColours } from './corridor-colours.ts';
import { diagramName } from './diversion-chart.ts';
import { type Bar, layoutDiversion } from './diversion-layout.ts';
import { moveTexts } from './diversion-tables.ts';
import { type FoldedTransfers, foldTransfers, type Move } from './folded-transfers.ts';
import { formatTonnes, tonneScale } from './format.ts';
import { corridorName, yearsOf } from './names.ts';
import type { Detail } from './page-context.ts';
import type { Diversion } from './transfers.ts';

/** Name, name in the diagram and class of the colour. */
type PartyRecord = readonly [name: string, short: string, colour: string];

/** A bar: its party, by index or, when it stands for several, by name; tonnes as shown; top and height, px. */
type BarRecord = readonly [party: number | string, tonnes: string, top: number, height: number];

/** Indices of loser and gainer, thickness in px, mean, interval and bounds as shown. */
type MoveRecord = readonly [number, number, number, string, string, string];

/** The diversion of one period and commodity; 0 when nothing moves, null when the page has no room for it. */
type StateRecord =
  | readonly [
      unit: string,
      height: number,
      losers: readonly BarRecord[],
      gainers: readonly BarRecord[],
      moves: readonly MoveRecord[],
    ]
  | 0
  | null;

/** The parties of a study, to which the states refer by index. */
export function partyRecords(summary: StudySummary, colours: CorridorColours): PartyRecord[] {
  return partyIds(summary).map((id) => {
    const name = corridorName(summary, id);
    return [name, diagramName(name), colours.classOf(id)];
  });
}

function partyIds({ corridors }: StudySummary): string[] {
  const ids = corridors.map(({ id }) => id);
  return [...new Set([...ids, 'other', notShippedSink, demandSink])];
}

/** The values of the switches, the first of each being everything together. */
export function stateKeys(
  summary: StudySummary,
  hasYears: boolean,
): {
  readonly periods: readonly string[];
  readonly commodities: readonly string[];
} {
  return {
    periods: [all, ...(hasYears ? yearsOf(summary) : [])],
    commodities: [all, ...summary.commodities.map(({ id }) => id)],
  };
}

/** The states of one scenario [commodities][periods]. */
export function diversionStates(
  summary: StudySummary,
  diversion: Diversion,
  { hasCargoByYear, hasYears }: Detail,
): StateRecord[][] {
  const { periods, commodities } = stateKeys(summary, hasYears);
  const ids = partyIds(summary);
  return commodities.map((commodity) =>
    periods.map((period) => {
      if (!hasCargoByYear && period !== all && commodity !== all) return null;
      const folded = foldTransfers(summary, diversion.of(period, commodity));
      return folded.moves.length === 0 ? 0 : stateRecord(folded, ids);
    }),
  );
}

function stateRecord(folded: FoldedTransfers, ids: readonly string[]): StateRecord {
  const { height, losers, gainers, ribbons } = layoutDiversion(folded);
  const scale = tonneScale(folded.losers.map(({ tonnes }) => tonnes));
  const barRecord = ({ party, top, height: size }: Bar): BarRecord => {
    const index = ids.indexOf(party.id);
    const tonnes = formatTonnes(party.tonnes, scale);
    return [index < 0 ? party.name : index, tonnes, rounded(top), rounded(size)];
  };
  const moveRecord = (move: Move, index: number): MoveRecord => {
    const { from, to, thickness } = ribbons[index];
    const { mean, interval, bounds } = moveTexts(move, scale);
    return [from, to, rounded(thickness), mean, interval, bounds];
  };
  return [
    scale.unit,
    rounded(height),
    losers.map(barRecord),
    gainers.map(barRecord),
    folded.moves.map(moveRecord).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  ];
}

function rounded(pixels: number): number {
  return Number(pixels.toFixed(1));
}
