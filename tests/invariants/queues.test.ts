// What holds for every queue, whatever arrives and whatever the post can pass.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allCargo,
  compiled,
  event,
  flow,
  link,
  node,
  run,
  sum,
  type World,
  watch,
} from '../networks.ts';
import { randomWorld } from '../random-worlds.ts';

const settings = { seed: 20250112, numRuns: 100 };

/** Whole tonnes that reach a post day by day, one row an origin, and whole tonnes that it can pass. */
interface Traffic {
  readonly arrivals: readonly (readonly number[])[];
  readonly capacity: readonly number[];
}

function traffic(origins: number): fc.Arbitrary<Traffic> {
  return fc.integer({ min: 1, max: 40 }).chain((days) => {
    const daily = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: days, maxLength: days });
    return fc.record({
      arrivals: fc.array(daily(0, 20), { minLength: origins, maxLength: origins }),
      capacity: daily(1, 30),
    });
  });
}

/** Origins that send all they have by one post to B without a lag; after the days given all stop and the queue clears. */
function world({ arrivals, capacity }: Traffic): World {
  const days = capacity.length;
  const id = (origin: number) => `O${origin}`;
  return {
    nodes: [
      ...arrivals.map((_, origin) => node(id(origin))),
      node('M', { kind: 'border', capacityTonnesPerDay: 1 }),
      node('B'),
    ],
    links: [
      ...arrivals.map((_, origin) => link(id(origin), id(origin), 'M')),
      link('MB', 'M', 'B'),
    ],
    flows: arrivals.map((_, origin) => flow(id(origin), id(origin), 'B', 1)),
    days: days + sum(arrivals.flat()) + 1,
    events: [
      ...capacity.map((factor, day) =>
        event(`capacity of day ${day}`, { nodes: ['M'] }, day, 1, [{ kind: 'capacity', factor }]),
      ),
      ...arrivals.flatMap((daily, origin) => {
        const cargo = { ...allCargo, origins: [id(origin)] };
        return [...daily, 0].map((factor, day) =>
          event(`${id(origin)} on day ${day}`, {}, day, day < days ? 1 : Infinity, [
            { kind: 'demand', factor, cargo },
          ]),
        );
      }),
    ],
  };
}

const totalTonneDays = (of: Traffic) => sum(run(compiled(world(of))).result.postTonneDays);

const added = (values: readonly number[], more: readonly number[]) =>
  values.map((value, index) => value + more[index % more.length]);

const extra = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 });

describe('P12: a single queue with given arrivals', () => {
  test('more capacity on any day never adds delay', () => {
    fc.assert(
      fc.property(traffic(1), extra, (of, more) => {
        const wider = { ...of, capacity: added(of.capacity, more) };
        expect(totalTonneDays(wider)).toBeLessThanOrEqual(totalTonneDays(of));
      }),
      settings,
    );
  });

  test('more arrivals on any day never save delay', () => {
    fc.assert(
      fc.property(traffic(1), extra, (of, more) => {
        const busier = { ...of, arrivals: of.arrivals.map((daily) => added(daily, more)) };
        expect(totalTonneDays(busier)).toBeGreaterThanOrEqual(totalTonneDays(of));
      }),
      settings,
    );
  });

  test('in random worlds a post never idles while cargo waits', () => {
    fc.assert(
      fc.property(randomWorld(8), (random) => {
        const model = compiled(random);
        let before = new Float64Array(model.counts.posts);
        watch(model, ({ flow: { queue, arrived, leaving }, conditions: { capacity } }) => {
          const passed = new Float64Array(model.counts.posts);
          leaving.forEach((tonnes, stage) => {
            passed[model.routes.stagePost[stage]] += tonnes;
          });
          queue.forEach((tonnes, post) => {
            const most = capacity[post] * model.time.stepDays;
            const present = before[post] + arrived[post];
            const tolerance = 1e-9 * Math.max(1, present);
            expect(Math.abs(passed[post] + tonnes - present)).toBeLessThan(tolerance);
            if (tonnes > tolerance) expect(Math.abs(passed[post] - most)).toBeLessThan(tolerance);
          });
          before = queue.slice();
        });
      }),
      { ...settings, numRuns: 40 },
    );
  });
});

/** Cumulated tonnes at the end of each day, by origin: into the post, and out of it. */
function curves(of: Traffic): { arrived: number[][]; left: number[][] } {
  const left = watch(compiled(world(of)), (state) => [...state.accounts.groupDelivered]);
  let total = of.arrivals.map(() => 0);
  const arrived = left.map((_, day) => {
    total = total.map((tonnes, origin) => tonnes + (of.arrivals[origin][day] ?? 0));
    return total;
  });
  return { arrived, left };
}

describe('P13: first in, first out', () => {
  test('no origin overtakes: each has sent what it had sent when the last tonne out came in', () => {
    fc.assert(
      fc.property(traffic(3), (of) => {
        const { arrived, left } = curves(of);
        const before = (day: number) => arrived[day - 1] ?? of.arrivals.map(() => 0);
        left.forEach((tonnes) => {
          // The last tonne out came in on the first day by whose end all that has left had arrived.
          const out = sum(tonnes);
          const day = arrived.findIndex((all) => sum(all) >= out - 1e-9);
          const [low, high] = [before(day), arrived[day]];
          const part = sum(high) > sum(low) ? (out - sum(low)) / (sum(high) - sum(low)) : 1;
          tonnes.forEach((value, origin) => {
            const expected = low[origin] + part * (high[origin] - low[origin]);
            expect(Math.abs(value - expected)).toBeLessThan(1e-9);
          });
        });
      }),
      settings,
    );
  });
});

/** Corners of a cumulated curve: day, tonnes. */
type Corner = readonly [day: number, tonnes: number];

/** Tonnes times days between two cumulated curves, read sideways: what each tonne waits, in order of arrival. */
function sumOfDelays(arrived: readonly Corner[], left: readonly Corner[]): number {
  const levels = [...new Set([...arrived, ...left].map(([, tonnes]) => tonnes))].sort(
    (a, b) => a - b,
  );
  const spans = levels.slice(1).map((high, index) => [levels[index], high] as const);
  return sum(
    spans.map(([low, high]) => {
      const middle = (low + high) / 2;
      return (high - low) * (dayAt(left, middle) - dayAt(arrived, middle));
    }),
  );
}

/** Day on which a curve reaches a number of tonnes. */
function dayAt(corners: readonly Corner[], tonnes: number): number {
  const next = corners.findIndex(([, reached]) => reached >= tonnes);
  const [[day, low], [nextDay, high]] = [corners[next - 1], corners[next]];
  return day + ((tonnes - low) / (high - low)) * (nextDay - day);
}

/** Arrivals at a constant rate within each day, and departures at capacity while cargo waits. */
function exactCurves({ arrivals: [daily], capacity }: Traffic): Record<'in' | 'out', Corner[]> {
  const into: Corner[] = [[0, 0]];
  const out: Corner[] = [[0, 0]];
  let queue = 0;
  for (let day = 0; day < daily.length || queue > 0; day++) {
    const [rate, most] = [daily[day] ?? 0, capacity[day] ?? 1];
    const [[, cameIn], [, wentOut]] = [into.at(-1)!, out.at(-1)!];
    into.push([day + 1, cameIn + rate]);
    const clears = queue > 0 && queue + rate < most ? queue / (most - rate) : undefined;
    if (clears !== undefined) out.push([day + clears, wentOut + most * clears]);
    const passed = Math.min(queue + rate, most);
    out.push([day + 1, wentOut + passed]);
    queue += rate - passed;
  }
  return { in: into, out };
}

test('P14, Little: the queue summed over time is the wait summed over the tonnes', () => {
  fc.assert(
    fc.property(traffic(1), (of) => {
      const { in: into, out } = exactCurves(of);
      const waits = sumOfDelays(into, out);
      expect(Math.abs(totalTonneDays(of) - waits)).toBeLessThan(1e-9 * Math.max(1, waits));
    }),
    settings,
  );
});
