// Lays out the diagram of who loses tonnes to whom: losers to the left, gainers to the right.

import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey';
import type { FoldedTransfers, Party } from './folded-transfers.ts';

/** Width of the diagram and of its bars, px. */
export const diagramWidth = 460;
export const barWidth = 10;
/** Between two bars, so that the name of each fits beside it, px. */
const gap = 17;
/** Height of all ribbons together, px. */
const ribbonHeight = 280;

/** A party on one side of the diagram. */
export interface Bar {
  readonly party: Party;
  readonly top: number;
  readonly height: number;
}

/** Tonnes on their way from one bar to another: the middle of the ribbon at its ends. */
interface Ribbon {
  /** Indices among the losers and gainers. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly thickness: number;
}

export interface DiversionLayout {
  readonly height: number;
  readonly losers: readonly Bar[];
  readonly gainers: readonly Bar[];
  /** In the order of the moves. */
  readonly ribbons: readonly Ribbon[];
}

interface PartyNode {
  readonly party: Party;
}
type Node = SankeyNode<PartyNode, object>;
type Link = SankeyLink<PartyNode, object>;

/** The layout of these moves, of which there is at least one. */
export function layoutDiversion({ losers, gainers, moves }: FoldedTransfers): DiversionLayout {
  const most = Math.max(losers.length, gainers.length);
  const height = ribbonHeight + (most - 1) * gap + gap;
  const layout = sankey<PartyNode, object>()
    .nodeWidth(barWidth)
    .nodePadding(gap)
    // Half a gap above and below, for the names of thin bars at the edges.
    .extent([
      [0, gap / 2],
      [diagramWidth, height - gap / 2],
    ])
    .nodeSort(null);
  const indexOf = (parties: readonly Party[], id: string) =>
    parties.findIndex((party) => party.id === id);
  const graph = layout({
    nodes: [...losers, ...gainers].map((party) => ({ party })),
    links: moves.map(({ from, to, tonnes }) => ({
      source: indexOf(losers, from),
      target: losers.length + indexOf(gainers, to),
      value: tonnes,
    })),
  });
  const bars = graph.nodes.map(barOf);
  return {
    height,
    losers: bars.slice(0, losers.length),
    gainers: bars.slice(losers.length),
    ribbons: graph.links.map((link) => ribbonOf(link, losers.length)),
  };
}

function barOf({ party, y0 = 0, y1 = 0 }: Node): Bar {
  return { party, top: y0, height: y1 - y0 };
}

function ribbonOf({ source, target, y0 = 0, y1 = 0, width = 0 }: Link, loserCount: number): Ribbon {
  return {
    from: (source as Node).index!,
    to: (target as Node).index! - loserCount,
    start: y0,
    end: y1,
    thickness: width,
  };
}
