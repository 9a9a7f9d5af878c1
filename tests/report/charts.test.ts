// Monthly series and the diversion diagram.

import { describe, expect, it } from 'vitest';
import { corridorColours } from '../../src/report/corridor-colours.ts';
import { diagramName, diversionChart } from '../../src/report/diversion-chart.ts';
import { layoutDiversion } from '../../src/report/diversion-layout.ts';
import { foldTransfers } from '../../src/report/folded-transfers.ts';
import { tonneScale } from '../../src/report/format.ts';
import {
  monthlySeries,
  monthPosition,
  monthsToShow,
  perDay,
} from '../../src/report/monthly-series.ts';
import { noEstimate, zeroEstimate } from '../../src/report/select.ts';
import { seriesChart } from '../../src/report/series-chart.ts';
import type { Transfer } from '../../src/report/transfers.ts';
import { smallResults, summary } from './fixture.ts';

const closure = summary.scenarios[1];

describe('names in the diagram', () => {
  it('keep as many whole words of their start and end as fit in 22 letters', () => {
    expect(diagramName('Bandar Abbas to Afghanistan and Central Asia')).toBe(
      'Bandar … Central Asia',
    );
    expect(diagramName('India-Chabahar-Central Asia')).toBe('India … Central Asia');
    expect(diagramName('Pakistan to Afghanistan by Torkham, Kharlachi and Ghulam Khan')).toBe(
      'Pakistan … Ghulam Khan',
    );
    expect(diagramName('Middle Corridor')).toBe('Middle Corridor');
    // Of one word or two there is no middle.
    expect(diagramName('Llanfairpwllgwyngyllgogerych')).toBe('Llanfairpwllgwyngyllgogerych');
  });
});

describe('monthly series', () => {
  it('show six months before the events and a year and a half after, within the horizon', () => {
    const months = monthsToShow(summary, closure.events);
    expect([months[0], months.at(-1), months.length]).toEqual(['2025-01', '2026-12', 24]);
    const long = { ...summary, start: '2020-01-01', end: '2034-12-31' };
    const around = monthsToShow(long, closure.events);
    expect([around[0], around.at(-1)]).toEqual(['2024-12', '2027-06']);
  });

  it('show the whole horizon when nothing happens', () => {
    expect(monthsToShow(summary, [])).toHaveLength(24);
  });

  it('read the scenario and its baseline, months without a row as zero', () => {
    const source = {
      table: 'posts',
      column: 'post',
      id: 'BND',
      variable: 'longest_queue',
    } as const;
    const series = monthlySeries(
      smallResults(),
      closure,
      ['2025-06', '2025-07', '2025-08'],
      source,
    );
    expect(series.scenario.map(({ mean }) => mean)).toEqual([0, 4_000, 45_000]);
    expect(series.baseline.map(({ mean }) => mean)).toEqual([0, 1_000, 0]);
  });

  it('divide a month by its days, the first and last by those in the horizon', () => {
    const tonnes = { ...zeroEstimate, mean: 280, p95: 560 };
    const months = ['2025-02', '2025-03'];
    const series = { months, baseline: [tonnes, tonnes], scenario: [tonnes, tonnes] };
    const short = { ...summary, end: '2025-03-10' };
    // 28 days in February, ten of March.
    const rates = perDay(series, short).scenario;
    expect(rates.map(({ mean, p95 }) => [mean, p95])).toEqual([
      [10, 20],
      [28, 56],
    ]);
  });

  it('place a date among months of equal length', () => {
    expect(monthPosition('2025-01-01', '2025-01')).toBe(0);
    expect(monthPosition('2026-03-01', '2025-01')).toBe(14);
    // 15 of the 30 days of June are over.
    expect(monthPosition('2025-06-16', '2025-06')).toBe(0.5);
  });
});

describe('series chart', () => {
  const months = ['2025-01', '2025-02', '2025-03'];
  const value = (mean: number) => ({ ...zeroEstimate, mean, p05: mean, p95: mean });

  it('leaves a gap where there is no number', () => {
    const broken = [value(1), noEstimate, value(3)];
    const chart = seriesChart({ months, baseline: broken, scenario: broken }, [], {
      title: 'Broken',
      unit: 't',
      colour: 'k1',
    });
    expect(chart).not.toContain('NaN');
  });

  it('shades an event that lasts to the horizon up to the right edge', () => {
    const event = { ...closure.events[0], earliestStart: '2025-02-01', latestEnd: '' };
    const series = {
      months,
      baseline: months.map(() => value(1)),
      scenario: months.map(() => value(2)),
    };
    const chart = seriesChart(series, [event], { title: 'Open end', unit: 't', colour: 'k1' });
    const [, x, width] = /<rect x="([\d.]+)"[^>]*width="([\d.]+)"/.exec(chart) ?? [];
    // One of three months lies before the start: a third of the axis is left, two thirds are shaded.
    expect(Number(width) / 2).toBeCloseTo(Number(x) - 6, 1);
  });
});

const transfer = (from: string, to: string, mean: number): Transfer => ({
  from,
  to,
  tonnes: { ...zeroEstimate, mean },
  lowerBound: 0,
  upperBound: mean,
  shareOfLoss: 1,
});

describe('diversion chart', () => {
  const chartOf = (...transfers: Transfer[]) =>
    diversionChart(
      layoutDiversion(foldTransfers(summary, transfers)),
      corridorColours([]),
      tonneScale(transfers.map(({ tonnes }) => tonnes.mean)),
    );

  it('puts what is not shipped last, however much it is', () => {
    const chart = chartOf(
      transfer('north', 'no-ship', 3_000_000),
      transfer('north', 'sea', 1_000_000),
    );
    expect(chart).toContain('Northern Corridor 4.00');
    expect(chart.indexOf('Sea 1.00')).toBeGreaterThan(0);
    expect(chart.indexOf('Not shipped 3.00')).toBeGreaterThan(chart.indexOf('Sea 1.00'));
  });

  it('draws one ribbon a transfer', () => {
    const chart = chartOf(
      transfer('north', 'sea', 5),
      transfer('south', 'sea', 4),
      transfer('sea', 'south', 3),
    );
    expect(chart.match(/class="ribbon/g)).toHaveLength(3);
  });
});

describe('diversion layout', () => {
  const transfers = [
    transfer('north', 'sea', 600),
    transfer('south', 'sea', 300),
    transfer('south', 'no-ship', 100),
  ];
  const layout = layoutDiversion(foldTransfers(summary, transfers));

  it('gives bars and ribbons heights in proportion to the tonnes', () => {
    const perTonne = layout.losers[0].height / 600;
    expect(layout.losers.map(({ height }) => height / perTonne)).toEqual([
      expect.closeTo(600, 6),
      expect.closeTo(400, 6),
    ]);
    expect(layout.gainers.map(({ height }) => height / perTonne)).toEqual([
      expect.closeTo(900, 6),
      expect.closeTo(100, 6),
    ]);
    expect(layout.ribbons.map(({ thickness }) => thickness / perTonne)).toEqual([
      expect.closeTo(600, 6),
      expect.closeTo(300, 6),
      expect.closeTo(100, 6),
    ]);
  });

  it('keeps room for a name between two bars, and all bars in the picture', () => {
    for (const bars of [layout.losers, layout.gainers]) {
      expect(bars[0].top).toBeGreaterThan(0);
      const [first, second] = bars;
      expect(second.top - first.top - first.height).toBeGreaterThanOrEqual(16.9);
      expect(second.top + second.height).toBeLessThan(layout.height);
    }
  });

  it('stacks the ribbons of a bar without gaps', () => {
    const [, south] = layout.losers;
    const [, toSea, toNowhere] = layout.ribbons;
    expect(toSea.start - toSea.thickness / 2).toBeCloseTo(south.top, 6);
    expect(toNowhere.start - toNowhere.thickness / 2).toBeCloseTo(
      toSea.start + toSea.thickness / 2,
      6,
    );
  });
});

describe('folded transfers', () => {
  // Twelve losers, each to one gainer of its own: 12, 11, ... 1 tonnes; and one tonne not shipped.
  const transfers = [
    ...Array.from({ length: 12 }, (_, index) => transfer(`from${index}`, `to${index}`, 12 - index)),
    transfer('from11', 'no-ship', 1),
  ];
  const folded = foldTransfers(summary, transfers);

  it('keep the largest losers and gainers by name and fold the others into one', () => {
    // Losers 12 to 7 stay, 6 + 5 + 4 + 3 + 2 + (1 + 1) are folded.
    expect(folded.losers.map(({ name, tonnes }) => [name, tonnes]).slice(-2)).toEqual([
      ['from5', 7],
      ['6 others', 22],
    ]);
    // Gainers 12 to 5 stay, 4 + 3 + 2 + 1 are folded, what is not shipped stays last.
    expect(folded.gainers.map(({ name, tonnes }) => [name, tonnes]).slice(-3)).toEqual([
      ['to7', 5],
      ['4 others', 10],
      ['Not shipped', 1],
    ]);
  });

  it('leave out losers and gainers of less than half a per cent together', () => {
    const few = foldTransfers(summary, [
      transfer('north', 'sea', 1000),
      transfer('south', 'sea', 2),
      transfer('north', 'south', 1),
    ]);
    expect(few.losers.map(({ id }) => id)).toEqual(['north']);
    expect(few.gainers.map(({ id }) => id)).toEqual(['sea']);
    expect(few.moves).toHaveLength(1);
  });

  it('lose no tonne that shows', () => {
    // 12 + 11 + ... + 1 = 78, and one not shipped.
    const sum = folded.moves.reduce((total, move) => total + move.tonnes, 0);
    expect(sum).toBe(79);
  });

  it('keep the interval of a transfer that stands alone', () => {
    expect(folded.moves.find(({ from }) => from === 'from0')?.transfer).toBe(transfers[0]);
    expect(folded.moves.find(({ from, to }) => from === to)?.transfer).toBeUndefined();
  });
});
