// Names the places beyond the frame of a map where its lines lead out of it.

import { geoInterpolate } from 'd3-geo';
import type { StudySummary } from '../results/study-summary.ts';
import type { MapFrame } from './map-frame.ts';
import type { LabelWish } from './map-labels.ts';
import { nodeName } from './names.ts';
import type { LanePoint, Position } from './sea-lanes.ts';
import type { LinkTonnes, StudyMap } from './study-map.ts';

/** Lines that leave closer to each other than this share a label, px. */
const sharedDistance = 45;
const mostNamesShared = 2;
/** The crossing of the frame is found to within 2^-12 of a stretch. */
const halvings = 12;

interface Exit {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly tonnes: number;
}

/** A label for each place where cargo leaves the frame, with an arrow; busier ones matter more. */
export function exitLabels(
  summary: StudySummary,
  map: StudyMap,
  linkTonnes: LinkTonnes,
): readonly LabelWish[] {
  const { frame } = map;
  const exits = summary.links
    .filter(({ id }) => (linkTonnes.get(id) ?? 0) > 0)
    .flatMap((link) => {
      const exit = frameExit(frame, map.ways.get(link.id) ?? []);
      if (!exit) return [];
      const name = nodeName(summary, exit.isForwards ? link.to : link.from);
      return [{ ...exit, name, tonnes: linkTonnes.get(link.id) ?? 0 }];
    })
    .sort((a, b) => b.tonnes - a.tonnes);
  const groups: Exit[][] = [];
  for (const exit of exits) {
    const near = groups.find(([first]) => first && isNear(first, exit));
    if (!near) groups.push([exit]);
    else if (near.every((other) => other.name !== exit.name)) near.push(exit);
  }
  return groups.map((group) => groupLabel(group, frame));
}

function isNear(one: Exit, other: Exit): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < sharedDistance;
}

function groupLabel(group: readonly Exit[], frame: MapFrame): LabelWish {
  const first = group[0];
  const names = group
    .slice(0, mostNamesShared)
    .map((exit) => exit.name)
    .join(', ');
  return {
    name: withArrow(names, first, frame),
    x: first.x,
    y: first.y,
    importance: first.tonnes,
  };
}

/** The arrow points to the edge at which the line leaves. */
function withArrow(names: string, { x, y }: Exit, frame: MapFrame): string {
  const distances = [x, frame.width - x, y, frame.height - y];
  const nearest = distances.indexOf(Math.min(...distances));
  return nearest === 1 ? `${names} →` : `${['←', '', '↑', '↓'][nearest]} ${names}`;
}

/** Where a way that has one end in the frame leaves it, and whether it does so on the way from start to end. */
function frameExit(frame: MapFrame, way: readonly LanePoint[]) {
  const shown = way.map(({ position }) => frame.shown(position) !== undefined);
  const isForwards = shown[0];
  if (way.length === 0 || isForwards === shown[shown.length - 1]) return undefined;
  const outwards = isForwards ? way : [...way].reverse();
  const beyond = outwards.findIndex(({ position }) => !frame.shown(position));
  const place = frame.place(
    crossFrame(frame, outwards[beyond - 1].position, outwards[beyond].position),
  );
  return place && { x: place[0], y: place[1], isForwards };
}

function crossFrame(frame: MapFrame, within: Position, beyond: Position): Position {
  const along = geoInterpolate([...within], [...beyond]);
  let [low, high] = [0, 1];
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    if (frame.shown(along(middle))) low = middle;
    else high = middle;
  }
  return along(low);
}
