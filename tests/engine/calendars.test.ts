// Hours, weekdays and seasons: capacities and volumes spread over the year, their yearly totals kept.

import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/model/calendar.ts';
import { type Calendar, CalendarPattern } from '../../src/model/calendars.ts';
import { commodity, compiled, flow, link, node, run, sum, type World, watch } from '../networks.ts';

const allMonths = Array<number>(12).fill(1);
const everyDay = Array<boolean>(7).fill(true);
const calendar = (fields: Partial<Calendar>): Calendar => ({
  id: 'pattern',
  openHours: [0, 24],
  openWeekdays: everyDay,
  monthFactors: allMonths,
  ...fields,
});
const workingWeek = calendar({ openWeekdays: [true, true, true, true, true, false, false] });

/** 2025 begins on a Wednesday and has 52 weeks and a day: 261 days from Monday to Friday. */
const workingDay = 365 / 261;

describe('a calendar', () => {
  test('from Monday to Friday gives each of the 261 working days of 2025 its part of 365 days', () => {
    const pattern = new CalendarPattern(workingWeek);
    const wednesday = dayNumber(2025, 1, 1);
    const week = [0, 1, 2, 3, 4].map((day) => pattern.mean(wednesday + day, wednesday + day + 1));
    const expected = [workingDay, workingDay, workingDay, 0, 0];
    week.forEach((factor, day) => {
      expect(factor).toBeCloseTo(expected[day], 12);
    });
  });

  test('from 8 to 20 h works two thirds of an even morning and not at night', () => {
    // Half a day holds 4 of the 12 open hours, a third of the day's work; spread evenly it would be a half: 2/3.
    const pattern = new CalendarPattern(calendar({ openHours: [8, 20] }));
    const day = dayNumber(2025, 6, 3);
    expect(pattern.mean(day, day + 0.5)).toBeCloseTo(2 / 3, 12);
    expect(pattern.mean(day, day + 0.25)).toBe(0);
    expect(pattern.mean(day + 0.5, day + 1)).toBeCloseTo(4 / 3, 12);
    expect(pattern.mean(day, day + 7)).toBeCloseTo(1, 12);
  });

  test('with a January twice as busy gives its days 2 · 365/396, in a leap year 2 · 366/397', () => {
    const pattern = new CalendarPattern(calendar({ monthFactors: [2, ...allMonths.slice(1)] }));
    const factorOn = (year: number) =>
      pattern.mean(dayNumber(year, 1, 5), dayNumber(year, 1, 5) + 1);
    expect(factorOn(2025)).toBeCloseTo((2 * 365) / 396, 12);
    expect(factorOn(2028)).toBeCloseTo((2 * 366) / 397, 12);
  });

  test('is integrated over a step that crosses the end of a month', () => {
    const pattern = new CalendarPattern(calendar({ monthFactors: [2, ...allMonths.slice(1)] }));
    const day = dayNumber(2025, 1, 30);
    // two days of January and three of February
    expect(pattern.mean(day, day + 5)).toBeCloseTo(((2 * 2 + 3) / 5) * (365 / 396), 12);
  });

  test.each([
    [2025, workingWeek],
    [2028, calendar({ openHours: [6, 18.5], monthFactors: [0, 0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0] })],
  ])('has a mean of 1 over the year %d', (year, of) => {
    const pattern = new CalendarPattern(of);
    const mean = pattern.mean(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1));
    expect(mean).toBeCloseTo(1, 12);
  });
});

/** A to B over the border N, that passes 100 t/d on the mean and works from Monday to Friday. */
function border(tonnesPerDay: number, fields: Partial<World> = {}): World {
  return {
    nodes: [
      node('A'),
      node('N', { kind: 'border', capacityTonnesPerDay: 100, calendar: 'pattern' }),
      node('B'),
    ],
    links: [link('AN', 'A', 'N'), link('NB', 'N', 'B')],
    flows: [flow('ab', 'A', 'B', tonnesPerDay)],
    calendars: [workingWeek],
    days: 365,
    ...fields,
  };
}

describe('a border that works from Monday to Friday', () => {
  test('passes as much in a year as one that works every day', () => {
    const { result } = run(compiled(border(150)));
    expect(sum(result.postTonnes)).toBeCloseTo(100 * 365, 6);
  });

  test('has a queue of two days on Sunday night, which Monday and Tuesday take', () => {
    // 100 t come every day. The first Saturday is day 3. Each working day passes 139.85 t: what two days have left
    // shrinks by 39.85 t a day, and is all but gone by Friday: 200 - 5 · 39.85 = 0.77, which the next week inherits.
    const queues = watch(compiled(border(100, { days: 10 })), ({ flow: { queue } }) => queue[0]);
    const each = 100 * (workingDay - 1);
    const expected = [0, 0, 0, 100, 200, 200 - each, 200 - 2 * each, 200 - 3 * each];
    expected.forEach((queue, day) => {
      expect(queues[day]).toBeCloseTo(queue, 9);
    });
  });

  test('is known to shippers: who gets there on Saturday reckons with two days', () => {
    // By N or by S at the same cost, 2 USD/t/day, θ 0.1; a day from A to N. Friday's cargo is there on Saturday and
    // waits 2 days; Saturday's is there on Sunday, behind Friday's, and waits 1 day and what that takes on Monday.
    const world = border(100, { days: 7 });
    const model = compiled({
      ...world,
      nodes: [...world.nodes, node('S')],
      links: [
        ...world.links.map((item) => ({ ...item, travelDays: item.id === 'AN' ? 1 : 0 })),
        link('AS', 'A', 'S', { travelDays: 1 }),
        link('SB', 'S', 'B'),
      ],
      commodities: [commodity({ valueOfTimePerTonneDay: 2 })],
    });
    const shares = watch(model, ({ choice }) => choice.share[0]);
    const shareAt = (days: number) => 1 / (1 + Math.exp(0.1 * 2 * days));
    expect(shares[0]).toBeCloseTo(0.5, 12);
    expect(shares[1]).toBeCloseTo(0.5, 12);
    expect(shares[2]).toBeCloseTo(shareAt(2), 12);
    const fridays = 100 * shareAt(2);
    expect(shares[3]).toBeCloseTo(shareAt(1 + fridays / (100 * workingDay)), 12);
    expect(shares[4]).toBeCloseTo(shareAt((fridays + 100 * shares[3]) / (100 * workingDay)), 12);
  });
});

test('a border that works by day passes nothing at night and twice the mean by day', () => {
  // Steps of half a day, work from 0 to 12 h: 50 t come in each half, 100 pass in the first and none in the second.
  const model = compiled(
    border(100, {
      days: 3,
      stepDays: 0.5,
      calendars: [calendar({ openHours: [0, 12] })],
    }),
  );
  const queues = watch(model, ({ flow: { queue } }) => queue[0]);
  [0, 50, 0, 50, 0, 50].forEach((queue, half) => {
    expect(queues[half]).toBeCloseTo(queue, 12);
  });
});

test('a flow with a harvest sends its year in proportion to the months, growth or not', () => {
  // Twice as much a day in January as in the other months, 365 t in 2025 and 10 % more in 2026.
  const { series, result } = run(
    compiled({
      nodes: [node('A'), node('B')],
      links: [link('AB', 'A', 'B')],
      flows: [flow('ab', 'A', 'B', 365, { calendar: 'pattern', volumeFactors: [1, 1.1] })],
      calendars: [calendar({ monthFactors: [2, ...allMonths.slice(1)] })],
      days: 730,
    }),
  );
  expect(series[0]).toBeCloseTo((2 * 365) / 396, 12);
  expect(series[2 * 40]).toBeCloseTo(365 / 396, 12);
  expect(result.cellDemand[0]).toBeCloseTo(365, 9);
  expect(result.cellDemand[1]).toBeCloseTo(1.1 * 365, 9);
});

test('a border with a season passes twice as much a day in January, and lets a queue grow from February on', () => {
  // 100 t/d come; 184.3 t/d pass in January, 92.2 t/d in the other months: 7.8 t/d are left from day 31 on.
  const season = calendar({ monthFactors: [2, ...allMonths.slice(1)] });
  const model = compiled(border(100, { days: 59, calendars: [season] }));
  const queues = watch(model, ({ flow: { queue } }) => queue[0]);
  expect(queues[30]).toBe(0);
  for (const day of [31, 40, 58])
    expect(queues[day]).toBeCloseTo((day - 30) * 100 * (1 - 365 / 396), 9);
});

test('demand that doubles from one year to the next: 50 t/d of it do not pass from 1 January on', () => {
  const model = compiled(
    border(100, {
      nodes: [node('A'), node('N', { kind: 'border', capacityTonnesPerDay: 150 }), node('B')],
      flows: [flow('ab', 'A', 'B', 100, { volumeFactors: [365, 2 * 365] })],
      days: 375,
    }),
  );
  const queues = watch(model, ({ flow: { queue } }) => queue[0]);
  expect(queues[364]).toBe(0);
  expect(queues[365]).toBeCloseTo(50, 9);
  expect(queues[374]).toBeCloseTo(500, 9);
});
