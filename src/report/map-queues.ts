// Marks on a map where cargo waits: circles whose area grows with the mean queue of the year.

import type { ResultsFolder } from '../results/results-folder.ts';
import { formatTonnes, threeDigitScale } from './format.ts';
import type { MapFrame } from './map-frame.ts';
import { element, type Markup, text } from './markup.ts';
import { postName, yearsOf } from './names.ts';
import type { LanePoint, Position } from './sea-lanes.ts';
import { selectRows } from './select.ts';

/** Radius of the largest circle, px. */
export const largestQueueRadius = 26;
/** Smaller circles do not show beside the dot of a place, px. */
export const leastQueueRadius = 4;

/** A post that has a queue in some year of some run. */
interface QueuePlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The queues of a study. */
export interface MapQueues {
  readonly places: readonly QueuePlace[];
  /** Mean queue, t, by run [years][places]. */
  readonly tonnes: ReadonlyMap<string, readonly (readonly number[])[]>;
  readonly largest: number;
}

/** Reads the mean queues of posts.csv, of posts in the frame, and averages the months of each year. */
export function mapQueues(
  results: ResultsFolder,
  frame: MapFrame,
  ways: ReadonlyMap<string, readonly LanePoint[]>,
): MapQueues {
  const { summary } = results;
  const years = yearsOf(summary);
  const byRun = summary.scenarios.map(({ name }) => [name, yearlyQueues(results, name)] as const);
  const posts = [...new Set(byRun.flatMap(([, queues]) => [...queues.keys()]))];
  const placed = posts.flatMap((post) => {
    const node = summary.nodes.find(({ id }) => id === post);
    const position: Position | undefined = node
      ? [node.longitudeDegrees, node.latitudeDegrees]
      : middleOf(ways.get(post) ?? []);
    const place = position && frame.shown(position);
    return place ? [{ post, name: postName(summary, post), x: place[0], y: place[1] }] : [];
  });
  const tonnes = new Map(
    byRun.map(([name, queues]) => [
      name,
      years.map((year) => placed.map(({ post }) => queues.get(post)?.get(year) ?? 0)),
    ]),
  );
  const largest = [...tonnes.values()].flat(2).reduce((most, queue) => Math.max(most, queue), 0);
  return { places: placed.map(({ name, x, y }) => ({ name, x, y })), tonnes, largest };
}

function middleOf(way: readonly LanePoint[]): Position | undefined {
  if (way.length < 2) return way[0]?.position;
  const [before, after] = [way[Math.floor((way.length - 1) / 2)], way[Math.ceil(way.length / 2)]];
  return [0, 1].map(
    (axis) => (before.position[axis] + after.position[axis]) / 2,
  ) as unknown as Position;
}

/** Mean queue by post and year: the sum over its months, each weighed alike, over twelve; a month without a row has none. */
function yearlyQueues(results: ResultsFolder, scenario: string): Map<string, Map<string, number>> {
  const queues = new Map<string, Map<string, number>>();
  for (const { text: key, number } of selectRows(results, 'posts', scenario, {
    variable: 'mean_queue',
  })) {
    if (!(number.mean > 0)) continue;
    const ofPost = queues.get(key.post) ?? new Map<string, number>();
    queues.set(key.post, ofPost);
    const year = key.period.slice(0, 4);
    ofPost.set(year, (ofPost.get(year) ?? 0) + number.mean / 12);
  }
  return queues;
}

/** Radius of the circle of a queue; 0 when it would not show. */
function queueRadius(tonnes: number, largest: number): number {
  const radius = largest > 0 ? largestQueueRadius * Math.sqrt(tonnes / largest) : 0;
  return radius < leastQueueRadius ? 0 : radius;
}

/** The circles of one run and year, the largest at the bottom. */
export function queueCircles(queues: MapQueues, run: string, year: number): Markup[] {
  const tonnes = queues.tonnes.get(run)?.[year] ?? [];
  return queues.places
    .map((place, index) => ({ place, queue: tonnes[index] ?? 0 }))
    .filter(({ queue }) => queueRadius(queue, queues.largest) > 0)
    .sort((a, b) => b.queue - a.queue)
    .map(({ place, queue }) => {
      const scale = threeDigitScale(queue);
      const title = `${place.name}: ${formatTonnes(queue, scale)} ${scale.unit} wait on average`;
      return element(
        'circle',
        { cx: place.x, cy: place.y, r: queueRadius(queue, queues.largest), class: 'queue' },
        element('title', {}, text(title)),
      );
    });
}
