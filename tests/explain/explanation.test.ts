import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/explanation.ts';
import { explanationText } from '../../src/explain/explanation-text.ts';
import { roundToSum } from '../../src/explain/shared-rounding.ts';
import {
  allCargo,
  commodity,
  corridor,
  event,
  flow,
  link,
  node,
  scenario,
  type World,
} from '../networks.ts';
import { meansOf } from '../results/hand-made.ts';
import { closure, baseline as smallBaseline } from '../small-study.ts';
import { resultsOfStudy } from '../study-tables.ts';

// Two ways from A to B, 100 and 110 USD/t; a tenth is not shipped; nothing queues and contracts end at once.
const world: World = {
  days: 10,
  nodes: [node('A'), node('N', { kind: 'border' }), node('S', { kind: 'border' }), node('B')],
  links: [
    link('AN', 'A', 'N', { costPerTonne: 50 }),
    link('NB', 'N', 'B', { costPerTonne: 50, mode: 'rail' }),
    link('AS', 'A', 'S', { costPerTonne: 50 }),
    link('SB', 'S', 'B', { costPerTonne: 60 }),
  ],
  flows: [flow('f', 'A', 'B', 10, { notShippedShare: 0.1 })],
  commodities: [commodity({ corridorScale: 0.05 })],
  corridors: [corridor('north', [['N']]), corridor('south', [['S']])],
};
// Over all ten days the north costs 20 USD/t more.
const dearer = scenario(
  {
    ...world,
    events: [
      event('toll', { nodes: ['N'] }, 0, 10, [{ kind: 'cost', perTonne: 20, cargo: allCargo }]),
    ],
  },
  { name: 'dearer' },
);
const results = resultsOfStudy(scenario(world), [dearer], 1);
const whole = explain(results, 'dearer', { origin: 'A', destination: 'B', commodity: 'goods' });
const close = (value: number | undefined, expected: number) =>
  expect(value).toBeCloseTo(expected, 9);

describe('share response', () => {
  test('at rest the identity of the logit holds: -mu times the change of cost, and nothing is left', () => {
    const of = (id: string) => whole.responses.find((response) => response.corridor === id)!;
    // -0.05 · 20 = -1 for the north; the south costs what it did and keeps its odds against not shipping.
    expect(of('north').reference).toBe('no-ship');
    close(of('north').change, -1);
    close(of('north').terms.find(({ term }) => term === 'event_cost')!.value, -1);
    close(of('north').residual, 0);
    close(of('south').change, 0);
    close(of('south').residual, 0);
  });

  test('where all is shipped, the odds are those against the largest corridor', () => {
    const fixed = { ...world, flows: [flow('f', 'A', 'B', 10)] };
    const study = resultsOfStudy(
      scenario(fixed),
      [scenario({ ...fixed, events: dearer.events }, { name: 'dearer' })],
      1,
    );
    const { responses } = explain(study, 'dearer', {});
    // North carries more before; the south gains 0.05 · 20 = 1 against it.
    expect(responses).toMatchObject([{ corridor: 'south', reference: 'north' }]);
    close(responses[0].change, 1);
    close(responses[0].residual, 0);
  });
});

describe('cost', () => {
  test('one corridor: the change is the toll, there is no mix', () => {
    const { terms, total } = explain(results, 'dearer', { corridor: 'north' });
    expect(terms.map(({ term }) => term)).toEqual(['haul', 'event_cost']);
    close(total.before, 100);
    close(total.after, 120);
    close(total.cost, 20);
    close(total.mix, 0);
  });

  test('all corridors: cost and mix make the change, term by term', () => {
    // e^-0.05·10 = 0.60653; shares of the shipped before 1 : 0.60653, after e^-1 : 0.60653.
    const before = 1 / (1 + Math.exp(-0.5));
    const after = Math.exp(-1) / (Math.exp(-1) + Math.exp(-0.5));
    close(whole.total.before, 100 * before + 110 * (1 - before));
    close(whole.total.after, 120 * after + 110 * (1 - after));
    // Δ cost · mean weight: only the north changes, by 20.
    close(whole.total.cost, 20 * ((before + after) / 2));
    close(whole.total.cost + whole.total.mix, whole.total.after - whole.total.before);
  });

  test('with queues and draws, the total of a corridor with one flow is that of the corridors table', () => {
    const study = resultsOfStudy(smallBaseline, [closure], 4);
    const means = meansOf(study.tables.get('corridors'));
    const { total, responses, terms } = explain(study, 'closure', {
      commodity: 'boxes',
      origin: 'A',
      destination: 'B',
    });
    for (const { before, after, cost, mix } of [...terms, total])
      expect(Math.abs(after - before - cost - mix)).toBeLessThan(1e-9);
    for (const { change, explained, residual } of responses) close(explained + residual, change);
    const costs = meansOf(study.tables.get('costs'));
    const north = [...costs].filter(([row]) => /^closure all all all all north /.test(row));
    close(
      north.reduce((sum, [, value]) => sum + value, 0),
      means.get('closure all north generalised_cost USD/t')!,
    );
  });
});

describe('in words', () => {
  const text = explanationText(results.summary, whole);

  test('says what changed, by which routes, and what the shares make of it', () => {
    expect(text).toContain('dearer against baseline');
    expect(text).toContain('north, main route: A -road-> N -rail-> B');
    expect(text).toContain('north: -1.000 = event_cost -1.000, residual 0.000');
  });

  test('printed terms add up to the printed total, before, by cost, by mix and after', () => {
    const rows = text
      .split('\n')
      .slice(2)
      .filter((line) => /^\S.*\d\.\d\d$/.test(line))
      .map((line) => line.match(/-?\d+\.\d\d/g)!.map((number) => Math.round(Number(number) * 100)));
    const total = rows.pop()!;
    expect(rows.length).toBe(2);
    expect(total).toEqual(total.map((_, at) => rows.reduce((sum, row) => sum + row[at], 0)));
    for (const [before, cost, mix, after] of [...rows, total])
      expect(before + cost + mix).toBe(after);
  });

  test('largest remainders: thirds of one add up to one', () => {
    expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 2)).toEqual([0.34, 0.33, 0.33]);
    expect(roundToSum([-0.004, 0.006, -0.002], 2)).toEqual([0, 0, 0]);
  });
});

describe('what cannot be explained', () => {
  test('an unknown scenario, and cargo that is not there', () => {
    expect(() => explain(results, 'cheaper', {})).toThrow('there are dearer');
    expect(() => explain(results, 'dearer', { corridor: 'east' })).toThrow(
      /no cargo.*: corridor "east" does not go with the rest; these do: \w+/,
    );
  });
});
