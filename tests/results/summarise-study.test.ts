import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { drawInputs } from '../../src/replicate/draws.ts';
import { changedValues } from '../../src/results/changed-values.ts';
import { describeEffect, describeRepeat } from '../../src/results/describe-effect.ts';
import { summariseStudy } from '../../src/results/summarise-study.ts';
import { allCargo } from '../networks.ts';
import { baseline, closure } from '../small-study.ts';

describe('study in brief', () => {
  const models = compile(baseline, [closure]);
  const scenarios = [baseline, closure];
  const draws = models.map((model) => drawInputs(model.inputs, 'small', 50));
  const summary = summariseStudy({
    name: 'small',
    scenarios,
    models,
    draws,
    replications: 50,
    seed: 'small',
  });

  test('the horizon ends on its last day', () => {
    // 400 days from 1 January 2025: 365 to the year's end, 35 more to 4 February.
    expect([summary.start, summary.end]).toEqual(['2025-01-01', '2026-02-04']);
  });

  test('events span the first and the last day that any replication gives them', () => {
    const [shut] = summary.scenarios[1].events;
    // Day 100 is 11 April. The longest of 50 strata of 20-60 days is over 59.2: it ends on day 159, 9 June.
    expect(shut.earliestStart).toBe('2025-04-11');
    expect(shut.latestEnd).toBe('2025-06-09');
    expect(shut.effects).toEqual(['closes']);
  });

  test('a scenario that changes events alone changes no value', () => {
    expect(summary.scenarios[1]).not.toHaveProperty('changedValues');
  });

  test('a value that a scenario sets is told with the one of the baseline', () => {
    const dearer = {
      ...closure,
      network: {
        ...closure.network,
        links: closure.network.links.map((link) =>
          link.id === 'NB' ? { ...link, costPerTonne: 55 } : link,
        ),
      },
      inputs: closure.inputs.map((input) =>
        input.name === 'demand.coal.volume'
          ? { ...input, distribution: { kind: 'uniform' as const, low: 9, high: 15 } }
          : input,
      ),
    };
    expect(changedValues(baseline, dearer)).toEqual([
      { subject: 'network.links.NB.costPerTonne', before: '40', after: '55' },
      {
        subject: 'demand.coal.volume',
        before: '8 to 15 t/yr (uniform)',
        after: '9 to 15 t/yr (uniform)',
      },
    ]);
  });

  test('the baseline is the scenario without a baseline', () => {
    expect(summary.scenarios.map((scenario) => scenario.baseline)).toEqual(['', 'baseline']);
  });
});

describe('effects in words', () => {
  const place = (id: string, name: string, country: string) => ({ id, name, country });
  const context = {
    inputs: [
      {
        name: 'events.war.add_cost',
        unit: 'USD/t',
        distribution: { kind: 'uniform', low: 10, high: 25.5 } as const,
      },
    ],
    commodities: [{ ...baseline.commodities[0], id: 'box', name: 'Containers' }],
    network: {
      nodes: [
        place('BOM', 'Mumbai (Nhava Sheva)', 'IND'),
        place('DEL', 'Delhi', 'IND'),
        place('SIN', 'Singapore', 'SGP'),
        ...['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].map((id) => place(id, id, 'PAK')),
      ],
    },
  };

  test.each([
    [{ kind: 'cost', perTonne: 18, cargo: allCargo }, 'adds 18 USD/t'],
    [
      { kind: 'cost', perTonne: { input: 'events.war.add_cost' }, cargo: allCargo },
      'adds 10 to 25.5 USD/t',
    ],
    [{ kind: 'risk', valueShare: 0.005, cargo: allCargo }, "adds 0.5 % of the cargo's value"],
    [
      {
        kind: 'ban',
        share: 0.3,
        cargo: { commodities: ['box'], origins: ['BOM'], destinations: [] },
      },
      'bans 30 % of the cargo (Containers; from Mumbai)',
    ],
    [
      // All of a country, a country with one place, and many places of a country.
      {
        kind: 'time',
        days: 2,
        cargo: {
          ...allCargo,
          origins: ['BOM', 'DEL'],
          destinations: ['SIN', 'P1', 'P2', 'P3', 'P4', 'P5'],
        },
      },
      'adds 2 days (from India; to Singapore, 5 places in Pakistan)',
    ],
    [
      { kind: 'time', days: 2, cargo: { ...allCargo, origins: ['A', 'B', 'C', 'D', 'E', 'F'] } },
      'adds 2 days (from A, B, C, D and 2 more)',
    ],
    [{ kind: 'capacity', factor: 0.6 }, 'multiplies capacity by 0.6'],
  ] as const)('%j', (effect, words) => {
    expect(describeEffect(effect, context)).toBe(words);
  });

  test('how an event repeats', () => {
    const lengthDays = { kind: 'uniform', low: 2, high: 9 } as const;
    expect(describeRepeat({ meanDaysBetween: 60, lengthDays, limit: 9 }, context)).toBe(
      'again and again: 2 to 9 days, on average 60 days after the last',
    );
  });
});
