// Closures and cuts of capacity that shippers know of beforehand, and those that they do not.

import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/model/event.ts';
import {
  commodity,
  compiled,
  event,
  flow,
  link,
  node,
  run,
  type World,
  watch,
} from '../networks.ts';

type EventFields = Parameters<typeof event>[5];

/** Two roads from A to B, by N, three days away, and by S; N is hit from day 20 on for 10 days. */
function twoRoads(fields: EventFields, effect: Effect = { kind: 'close' }, days = 40): World {
  return {
    nodes: [node('A'), node('N', { kind: 'border' }), node('S', { kind: 'border' }), node('B')],
    links: [
      link('AN', 'A', 'N', { travelDays: 3 }),
      link('NB', 'N', 'B'),
      link('AS', 'A', 'S', { travelDays: 3 }),
      link('SB', 'S', 'B'),
    ],
    flows: [flow('ab', 'A', 'B', 100)],
    commodities: [commodity({ valueOfTimePerTonneDay: 2 })],
    days,
    events: [event('shut', { nodes: ['N'] }, 20, 10, [effect], fields)],
  };
}

/** Share of the road by N when it takes so many days more. */
const shareAt = (days: number) => 1 / (1 + Math.exp(0.1 * 2 * days));
const shares = (world: World) => watch(compiled(world), ({ choice }) => choice.share[0]);

describe('a closure of ten days, three days away', () => {
  test('announced five days before: from then on shippers reckon with the rest of it on arrival', () => {
    // Known from day 15. Cargo of days 15 and 16 is through before day 20; that of day t > 16 is there on day t + 3
    // and waits until day 30.
    shares(twoRoads({ noticeDays: 5 })).forEach((share, day) => {
      const wait = day >= 17 && day < 27 ? 30 - (day + 3) : 0;
      expect(share).toBeCloseTo(shareAt(wait), 12);
    });
  });

  test('announced as it begins: only its end is known', () => {
    shares(twoRoads({ noticeDays: 0 })).forEach((share, day) => {
      const wait = day >= 20 && day < 27 ? 30 - (day + 3) : 0;
      expect(share).toBeCloseTo(shareAt(wait), 12);
    });
  });

  test('unannounced: cargo is sent into it, and none while it lasts', () => {
    const seen = watch(compiled(twoRoads({})), ({ choice, flow: { queue } }) => ({
      share: choice.share[0],
      queue: queue[0],
    }));
    expect(seen.map(({ share }) => share)).toEqual(
      seen.map((_, day) => (day >= 20 && day < 30 ? 0 : 0.5)),
    );
    // Days 17 to 19 have sent 50 t each.
    expect(seen[29].queue).toBeCloseTo(150, 9);
    expect(seen[30].queue).toBe(0);
  });

  test('announced without an end: cargo that would be there too late is not sent, all other goes through', () => {
    const world = twoRoads({ noticeDays: 15, durationDays: Infinity });
    const seen = watch(compiled(world), ({ choice, flow: { queue } }) => ({
      share: choice.share[0],
      queue: queue[0],
    }));
    expect(seen.map(({ share }) => share)).toEqual(seen.map((_, day) => (day >= 17 ? 0 : 0.5)));
    expect(seen.every(({ queue }) => queue === 0)).toBe(true);
  });

  test('on a stretch without a post: nobody can wait there, so its routes are shut from day 20 to 30', () => {
    const world = twoRoads({ noticeDays: 5 });
    const nodes = world.nodes.map((place) => ({ ...place, kind: 'hub' as const }));
    expect(shares({ ...world, nodes })).toEqual(
      Array.from({ length: 40 }, (_, day) => (day >= 20 && day < 30 ? 0 : 0.5)),
    );
  });

  test('that does not happen is not announced either', () => {
    const { events } = twoRoads({ noticeDays: 5, probability: 0.5 });
    const { model, series } = run(compiled({ ...twoRoads({}), events }), [0.7]);
    expect(model.inputs.map(({ name }) => name)).toEqual(['events.shut.occurs']);
    expect(series[18 * 2]).toBe(100);
  });
});

describe('predicted waits are those that come true', () => {
  /** 50 t/d by N alone, where 100 t/d pass. */
  function oneRoad(effect: Effect): World {
    const world = twoRoads({ noticeDays: 5 }, effect, 60);
    return {
      ...world,
      nodes: [node('A'), node('N', { kind: 'border', capacityTonnesPerDay: 100 }), node('B')],
      links: world.links.slice(0, 2),
      flows: [flow('ab', 'A', 'B', 50)],
    };
  }
  const waits = (world: World) => watch(compiled(world), ({ choice }) => choice.waitDays[0]);

  test('at a closed post: the rest of the closure, and the queue before', () => {
    // Cargo of day t is there on day t + 3 behind 50 t for each day since day 20; it leaves after day 30 at 100 t/d.
    const seen = waits(oneRoad({ kind: 'close' }));
    for (let day = 17; day < 27; day++) {
      const queue = 50 * (day + 3 - 20);
      expect(seen[day]).toBeCloseTo(30 - (day + 3) + queue / 100, 12);
    }
    // From day 30 on the queue of 500 t shrinks by 50 t a day.
    for (let day = 27; day < 37; day++) {
      expect(seen[day]).toBeCloseTo((500 - 50 * (day + 3 - 30)) / 100, 12);
    }
    expect(seen[38]).toBe(0);
  });

  test('at a post cut to a tenth: what the rest of the cut takes, and then the whole capacity', () => {
    // 10 t/d pass until day 30: the queue grows by 40 t a day. Cargo that is there on day 25 stands behind 200 t, of
    // which 50 pass by day 30 and the others in 1.5 days: 6.5 days. On day 21 it stands behind 40 t: 4 days.
    const seen = waits(oneRoad({ kind: 'capacity', factor: 0.1 }));
    expect(seen[17]).toBe(0);
    expect(seen[18]).toBeCloseTo(4, 12);
    expect(seen[22]).toBeCloseTo(6.5, 12);
    expect(seen[27]).toBeCloseTo(4, 12);
  });
});
