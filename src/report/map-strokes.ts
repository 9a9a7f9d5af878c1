// Turns the links of a study into strokes on the map: one a link on land, one a stretch of sea lane at sea.

import type { Mode } from '../model/network.ts';
import type { StudySummary, SummaryLink, SummaryNode } from '../results/study-summary.ts';
import type { MapFrame } from './map-frame.ts';
import { linkName } from './names.ts';
import { type LanePoint, type Position, seaWay } from './sea-lanes.ts';

/** A line of the map. Ships of several links may share it. */
export interface Stroke {
  readonly key: string;
  readonly name: string;
  readonly mode: Mode;
  /** Path data. */
  readonly path: string;
  /** How far it is moved aside, so that road and railway between the same places both show, px. */
  readonly shift: readonly [number, number];
  /** Links whose tonnes it carries. */
  readonly links: readonly string[];
}

/** Between two strokes of the same two places, px. */
const gapBetweenModes = 3.5;

/** The way of each link, ends included: along the lanes at sea, direct on land; links without known ends have none. */
export function linkWays(summary: StudySummary): ReadonlyMap<string, readonly LanePoint[]> {
  const nodes = new Map(summary.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, readonly LanePoint[]>();
  for (const link of summary.links) {
    const from = nodes.get(link.from);
    const to = nodes.get(link.to);
    if (!from || !to) continue;
    const ends = [lanePoint(from), lanePoint(to)] as const;
    ways.set(link.id, link.mode === 'sea' ? seaWay(...ends) : ends);
  }
  return ways;
}

/** The strokes that lie in the frame, in the order of the links. */
export function mapStrokes(
  summary: StudySummary,
  frame: MapFrame,
  ways: ReadonlyMap<string, readonly LanePoint[]>,
): readonly Stroke[] {
  const strokes = new Map<string, Stroke>();
  const placesTaken = new Map<string, number>();
  for (const link of summary.links) {
    const way = ways.get(link.id);
    if (!way) continue;
    if (link.mode === 'sea') addSeaStrokes(strokes, frame, link, way);
    else {
      const stroke = landStroke(frame, link, way, placesTaken);
      strokes.set(stroke.key, { ...stroke, name: linkName(summary, link.id) ?? link.id });
    }
  }
  return [...strokes.values()].filter((stroke) => stroke.path !== '');
}

function addSeaStrokes(
  strokes: Map<string, Stroke>,
  frame: MapFrame,
  link: SummaryLink,
  way: readonly LanePoint[],
): void {
  for (const [index, end] of way.slice(1).entries()) {
    const start = way[index];
    const key = [start.key, end.key].sort().join(' ');
    const known = strokes.get(key);
    strokes.set(key, {
      key,
      name: 'Sea lane',
      mode: 'sea',
      path: known?.path ?? frame.line([start.position, end.position]),
      shift: [0, 0],
      links: [...(known?.links ?? []), link.id],
    });
  }
}

function lanePoint(node: SummaryNode): LanePoint {
  const position: Position = [node.longitudeDegrees, node.latitudeDegrees];
  return { key: `node ${node.id}`, position };
}

function landStroke(
  frame: MapFrame,
  link: SummaryLink,
  way: readonly LanePoint[],
  placesTaken: Map<string, number>,
): Omit<Stroke, 'name'> {
  const ends = [...way].sort((a, b) => (a.key < b.key ? -1 : 1));
  const pair = ends.map((end) => end.key).join(' ');
  const place = placesTaken.get(pair) ?? 0;
  placesTaken.set(pair, place + 1);
  const positions = ends.map((end) => end.position);
  return {
    key: `link ${link.id}`,
    mode: link.mode,
    path: frame.line(positions),
    shift: sideways(frame, positions, place * gapBetweenModes),
    links: [link.id],
  };
}

function sideways(
  frame: MapFrame,
  [from, to]: readonly Position[],
  distance: number,
): readonly [number, number] {
  const start = frame.place(from);
  const end = frame.place(to);
  if (!start || !end || distance === 0) return [0, 0];
  const [across, down] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(across, down) || 1;
  return [(-down / length) * distance, (across / length) * distance];
}
