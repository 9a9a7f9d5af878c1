// Turns links into directed arcs, and what happens at a node between two arcs into turns.

import { type Link, type Mode, type Network, type Node, waterModes } from '../model/network.ts';

/**
 * The network as arcs: arc 2 l goes along link l, arc 2 l + 1 back. A turn is a pair of arcs that meet
 * in a node; it carries the node's passage and the transfer between the carriers.
 */
export interface ArcNetwork {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly linkIndex: ReadonlyMap<string, number>;
  /** End nodes [arcs]; both -1 for the way back of a directed link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Days and tariff (USD/t, factor 1) of an arc [arcs]. */
  readonly days: Float64Array;
  readonly money: Float64Array;
  /** Turns out of each arc [arcs + 1], the next arc, and days and USD/t between [turns]. */
  readonly turnStart: Int32Array;
  readonly turnArc: Int32Array;
  readonly turnDays: Float64Array;
  readonly turnMoney: Float64Array;
  /** What of these the transfer between carriers takes; the rest is the node's passage [turns]. */
  readonly turnTransfer: readonly Effort[];
  /** Days and USD/t at the origin before an arc, and at the destination after it [arcs]. */
  readonly startDays: Float64Array;
  readonly startMoney: Float64Array;
  readonly endDays: Float64Array;
  readonly endMoney: Float64Array;
  /** Arcs that leave each node, and those that lead to it. */
  readonly arcsOut: readonly (readonly number[])[];
  readonly arcsIn: readonly (readonly number[])[];
}

/** Time and money of something done once a tonne. */
interface Effort {
  readonly days: number;
  readonly money: number;
}

/**
 * Numbers everything that takes time and money: along the arcs, at the turns, at the origin before an arc, at the
 * destination after it, each kind from here on in its own order. The arcs begin at 0.
 */
export function effortTerms({ from, turnArc }: Pick<ArcNetwork, 'from' | 'turnArc'>) {
  const turn = from.length;
  const start = turn + turnArc.length;
  return { turn, start, end: start + from.length, count: start + 2 * from.length };
}

/** Builds the arcs and turns of a network; no arc turns back into its own link. */
export function buildArcNetwork(network: Network): ArcNetwork {
  const { nodes, links } = network;
  const nodeIndex = new Map(nodes.map((node, index) => [node.id, index]));
  const linkIndex = new Map(links.map((link, index) => [link.id, index]));
  const arcs = 2 * links.length;
  const from = new Int32Array(arcs).fill(-1);
  const to = new Int32Array(arcs).fill(-1);
  const arcsOut: number[][] = nodes.map(() => []);
  const arcsIn: number[][] = nodes.map(() => []);
  links.forEach((link, index) => {
    const first = nodeIndex.get(link.from)!;
    const last = nodeIndex.get(link.to)!;
    from[2 * index] = first;
    to[2 * index] = last;
    arcsOut[first].push(2 * index);
    arcsIn[last].push(2 * index);
    if (link.directed) return;
    from[2 * index + 1] = last;
    to[2 * index + 1] = first;
    arcsOut[last].push(2 * index + 1);
    arcsIn[first].push(2 * index + 1);
  });
  const linkOf = (arc: number): Link => links[arc >> 1];
  const perArc = (value: (link: Link) => number) =>
    Float64Array.from({ length: arcs }, (_, arc) => value(linkOf(arc)));
  const atStart = Array.from(from, (node, arc) => endEffort(nodes[node], linkOf(arc)));
  const atEnd = Array.from(to, (node, arc) => endEffort(nodes[node], linkOf(arc)));
  return {
    nodes,
    links,
    nodeIndex,
    linkIndex,
    from,
    to,
    arcsOut,
    arcsIn,
    days: perArc((link) => link.travelDays),
    money: perArc((link) => link.costPerTonne),
    ...buildTurns(network, from, to, arcsOut),
    startDays: Float64Array.from(atStart, (effort) => effort.days),
    startMoney: Float64Array.from(atStart, (effort) => effort.money),
    endDays: Float64Array.from(atEnd, (effort) => effort.days),
    endMoney: Float64Array.from(atEnd, (effort) => effort.money),
  };
}

/**
 * Whether cargo passes the post of a node on its way from one link to the next (undefined = it starts or
 * ends there): borders and straits when it passes through, ports when it is loaded to or from a ship.
 */
export function passesPost(node: Node, before: Link | undefined, after: Link | undefined): boolean {
  if (node.kind === 'border' || node.kind === 'chokepoint')
    return before !== undefined && after !== undefined;
  if (node.kind !== 'port') return false;
  const cameByWater = before !== undefined && isWater(before.mode);
  const leavesByWater = after !== undefined && isWater(after.mode);
  return cameByWater !== leavesByWater;
}

/** Whether cargo moves by ship. */
export function isWater(mode: Mode): boolean {
  return waterModes.includes(mode);
}

function endEffort(node: Node | undefined, link: Link): Effort {
  if (!node || !passesPost(node, link, undefined)) return { days: 0, money: 0 };
  return { days: node.passageDays, money: node.passageCostPerTonne };
}

function buildTurns(
  network: Network,
  from: Int32Array,
  to: Int32Array,
  arcsOut: readonly (readonly number[])[],
) {
  const { nodes, links } = network;
  const transfers = indexTransfers(network);
  const turnStart = new Int32Array(from.length + 1);
  const turnArc: number[] = [];
  const turnDays: number[] = [];
  const turnMoney: number[] = [];
  const turnTransfer: Effort[] = [];
  for (let arc = 0; arc < from.length; arc++) {
    const node = to[arc];
    for (const next of node < 0 ? [] : arcsOut[node]) {
      if (next >> 1 === arc >> 1) continue;
      const passage = passesPost(nodes[node], links[arc >> 1], links[next >> 1]);
      const transfer = transferBetween(transfers, links[arc >> 1], links[next >> 1]);
      turnArc.push(next);
      turnTransfer.push(transfer);
      turnDays.push(transfer.days + (passage ? nodes[node].passageDays : 0));
      turnMoney.push(transfer.money + (passage ? nodes[node].passageCostPerTonne : 0));
    }
    turnStart[arc + 1] = turnArc.length;
  }
  return {
    turnStart,
    turnArc: Int32Array.from(turnArc),
    turnDays: Float64Array.from(turnDays),
    turnMoney: Float64Array.from(turnMoney),
    turnTransfer,
  };
}

function indexTransfers(network: Network): Map<string, Effort> {
  const transfers = new Map<string, Effort>();
  for (const { between, days, costPerTonne } of network.transfers) {
    transfers.set(`${between[0]} ${between[1]}`, { days, money: costPerTonne });
    transfers.set(`${between[1]} ${between[0]}`, { days, money: costPerTonne });
  }
  return transfers;
}

/** The transfer of the two carriers: by gauge where one is given so, else by mode; none listed = free and at once. */
function transferBetween(transfers: Map<string, Effort>, before: Link, after: Link): Effort {
  if (before.mode === after.mode && before.gaugeMm === after.gaugeMm) return { days: 0, money: 0 };
  for (const first of carrierNames(before)) {
    for (const second of carrierNames(after)) {
      const transfer = transfers.get(`${first} ${second}`);
      if (transfer) return transfer;
    }
  }
  return { days: 0, money: 0 };
}

function carrierNames(link: Link): string[] {
  return link.gaugeMm > 0 ? [`${link.mode}-${link.gaugeMm}`, link.mode] : [link.mode];
}
