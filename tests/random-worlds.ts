// Random small worlds for property tests: networks, demand and events of every kind.

import fc from 'fast-check';
import type { Calendar } from '../src/model/calendars.ts';
import type { CargoFilter, Effect, ScenarioEvent } from '../src/model/event.ts';
import type { Mode, NodeKind } from '../src/model/network.ts';
import type { UncertainInput } from '../src/model/uncertainty.ts';
import {
  allCargo,
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  startDay,
  type World,
} from './networks.ts';

const tenth = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);

const kinds: NodeKind[] = ['hub', 'hub', 'border', 'port', 'chokepoint'];
const linkModes: Mode[] = ['road', 'rail', 'sea'];

const calendars: Calendar[] = [
  {
    id: 'working-week',
    openHours: [6, 18],
    openWeekdays: [true, true, true, true, true, false, false],
    monthFactors: Array<number>(12).fill(1),
  },
  {
    id: 'harvest',
    openHours: [0, 24],
    openWeekdays: Array<boolean>(7).fill(true),
    monthFactors: [1, 1, 0, 0.5, 1, 1, 2, 5, 5, 2, 1, 1],
  },
];

const cargo: fc.Arbitrary<CargoFilter> = fc.constantFrom(allCargo, {
  ...allCargo,
  commodities: ['goods'],
});

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.constant<Effect>({ kind: 'close' }),
  fc.constant<Effect>({ kind: 'open' }),
  tenth(0, 2).map((factor): Effect => ({ kind: 'capacity', factor })),
  fc
    .tuple(tenth(0, 30), cargo)
    .map(([perTonne, of]): Effect => ({ kind: 'cost', perTonne, cargo: of })),
  fc.tuple(tenth(0, 4), cargo).map(([days, of]): Effect => ({ kind: 'time', days, cargo: of })),
  fc.tuple(tenth(0, 1), cargo).map(([share, of]): Effect => ({ kind: 'ban', share, cargo: of })),
  fc
    .tuple(tenth(0, 2), cargo)
    .map(([factor, of]): Effect => ({ kind: 'demand', factor, cargo: of })),
);

/** Random worlds of up to `maximumNodes` nodes; every flow has at least one road that is open from the start. */
export function randomWorld(maximumNodes: number): fc.Arbitrary<World> {
  return fc.integer({ min: 3, max: maximumNodes }).chain((count) => {
    const id = (index: number) => `N${index}`;
    const anyNode = fc.nat({ max: count - 1 });
    return fc
      .record({
        nodes: fc
          .tuple(
            ...Array.from({ length: count }, (_, index) =>
              fc
                .record({
                  kind: fc.constantFrom(...kinds),
                  capacityTonnesPerDay: fc.constantFrom(Infinity, 5, 20, 60),
                  calendar: fc.constantFrom('', '', '', 'working-week'),
                  passageDays: tenth(0, 2),
                  passageCostPerTonne: tenth(0, 5),
                })
                .map((fields) => node(id(index), fields)),
            ),
          )
          .map((nodes) => [...nodes]),
        links: fc
          .array(
            fc.record({
              ends: fc.tuple(anyNode, anyNode).filter(([a, b]) => a !== b),
              mode: fc.constantFrom(...linkModes),
              limited: fc.boolean(),
              capacityTonnesPerDay: fc.constantFrom(10, 30, 100),
              travelDays: tenth(0, 6),
              costPerTonne: tenth(1, 40),
              status: fc.constantFrom('existing', 'existing', 'existing', 'planned'),
            }),
            { minLength: count, maxLength: 3 * count },
          )
          .map((links) => [
            // a ring of roads, so that every place can be reached
            ...Array.from({ length: count }, (_, index) =>
              link(`R${index}`, id(index), id((index + 1) % count), {
                directed: false,
                costPerTonne: 30,
                travelDays: 1.3,
              }),
            ),
            ...links.map(({ ends, ...fields }, index) =>
              link(`L${index}`, id(ends[0]), id(ends[1]), { directed: false, ...fields } as never),
            ),
          ]),
        flows: fc
          .array(
            fc.record({
              ends: fc.tuple(anyNode, anyNode).filter(([a, b]) => a !== b),
              tonnesPerDay: tenth(1, 60),
              commodity: fc.constantFrom('goods', 'fruit'),
              notShippedShare: fc.constantFrom(0, 0.1, 0.6),
              calendar: fc.constantFrom('', '', 'harvest'),
            }),
            { minLength: 1, maxLength: 6 },
          )
          .map((flows) =>
            flows.map(({ ends, tonnesPerDay, ...fields }, index) =>
              flow(`F${index}`, id(ends[0]), id(ends[1]), tonnesPerDay, fields),
            ),
          ),
        events: fc
          .array(
            fc.record({
              nodes: fc.array(anyNode.map(id), { maxLength: 2 }),
              ring: fc.array(
                anyNode.map((index) => `R${index}`),
                { maxLength: 2 },
              ),
              links: fc.array(
                fc.nat({ max: count - 1 }).map((index) => `L${index}`),
                { maxLength: 3 },
              ),
              from: tenth(-5, 70),
              length: fc.oneof(tenth(0, 40), fc.constant(Infinity), fc.constant(0)),
              noticeDays: fc.constantFrom(undefined, undefined, 0, 12),
              rampDays: fc.constantFrom(0, 0, 7.5),
              recoveryDays: fc.constantFrom(0, 0, 12),
              effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
            }),
            { maxLength: 5 },
          )
          .map((events) =>
            events.map(({ nodes, ring, links, from, length, effects, ...fields }, index) =>
              event(
                `E${index}`,
                { nodes, links: [...ring, ...links] },
                from,
                length,
                effects,
                fields,
              ),
            ),
          ),
        days: fc.constantFrom(60, 90, 400),
        stepDays: fc.constantFrom(1, 1, 0.5, 5),
        inertiaDays: fc.constantFrom(0, 12.5, 60),
        corridorNode: anyNode.map(id),
      })
      .map(({ inertiaDays, corridorNode, ...world }) => ({
        ...world,
        calendars,
        corridors: [corridor('through', [[corridorNode]])],
        commodities: [
          commodity({ valueOfTimePerTonneDay: 0.5, corridorScale: 0.06 }),
          commodity({
            id: 'fruit',
            valueOfTimePerTonneDay: 6,
            routeScale: 0.05,
            corridorScale: 0.05,
            tariffFactors: { road: 1.5 },
          }),
        ],
        behaviour: { inertiaDays, maximumRoutes: 3, detourLimit: 3, overlapLimit: 0.8 },
      }));
  });
}

/** Random worlds whose volumes, and whose events' starts, lengths, days, probabilities, are uncertain. */
export function uncertainWorld(maximumNodes: number): fc.Arbitrary<World> {
  return randomWorld(maximumNodes).map((world) => {
    const inputs: UncertainInput[] = [];
    const between = (name: string, low: number, high: number) => {
      inputs.push({ name, unit: '', distribution: { kind: 'uniform', low, high } });
      return { input: name };
    };
    return {
      ...world,
      flows: world.flows.map((item) => ({
        ...item,
        volumeTonnesPerYear: between(`${item.id} volume`, 0, 60),
      })),
      events: (world.events ?? []).map((item) => ({
        ...item,
        probability: 0.7,
        fromDay: between(`${item.id} from`, startDay - 5, startDay + 70),
        durationDays: between(`${item.id} for`, 0, 40),
        effects: item.effects.map((each, index) =>
          each.kind === 'time'
            ? { ...each, days: between(`${item.id} days ${index}`, 0, 40) }
            : each,
        ),
      })),
      inputs,
    };
  });
}

/**
 * The worlds with two of their places shut for good or for a month, besides their own events, and cargo that turns back
 * from closed posts.
 */
export function turningWorld(worlds: fc.Arbitrary<World>): fc.Arbitrary<World> {
  return fc
    .tuple(
      worlds,
      fc.constantFrom(0, 0.7, 5),
      fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 2 }),
      fc.constantFrom(30, Infinity),
    )
    .map(([world, patienceDays, places, length]) => {
      const nodes = places.map((place) => world.nodes[place % world.nodes.length].id);
      return {
        ...world,
        days: 90,
        events: [
          ...(world.events ?? []),
          event('shut', { nodes }, 20, length, [{ kind: 'close' }]),
        ],
        behaviour: { ...world.behaviour, turningBack: { patienceDays, costPerTonne: 3 } },
      };
    });
}

/** An uncertain world whose events happen again and again, each time for a fixed or an uncertain time. */
export function repeatingWorld(nodes: number): fc.Arbitrary<World> {
  return uncertainWorld(nodes).map((world) => ({ ...world, events: world.events?.map(repeating) }));
}

/** Bans do not repeat. */
function repeating(once: ScenarioEvent, index: number): ScenarioEvent {
  if (once.effects.some(({ kind }) => kind === 'ban')) return once;
  const lengthDays =
    index % 2 === 0 ? 2.5 : ({ kind: 'triangular', low: 1, mode: 3, high: 9 } as const);
  return { ...once, repeat: { meanDaysBetween: 6, lengthDays, limit: 30 } };
}
