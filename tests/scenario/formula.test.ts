// Quantities and formulas, worked by hand.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/scenario/formula.ts';
import { parseFormula } from '../../src/scenario/formula-text.ts';
import { kinds, parseNumber } from '../../src/scenario/kinds.ts';
import { plainQuantity } from '../../src/scenario/plain-quantity.ts';
import { isFault } from '../../src/scenario/quantity.ts';
import { percentName, units } from '../../src/scenario/units.ts';
import { readVolume } from '../../src/scenario/volumes.ts';

const perYear = units.get('t')!.dimension;
const shared = new Map([
  ['russia-south-asia', { ...perYear, years: -1 }],
  ['russia', { ...perYear, years: -1 }],
  ['growth', { ...perYear, tonnes: 0 }],
]);

describe('numbers with units', () => {
  test.each([
    ['22 Mt/yr', kinds.volume, 22_000_000],
    ['400 kt/yr', kinds.volume, 400_000],
    // A day of 365.25 in the year.
    ['2 t/d', kinds.volume, 730.5],
    ['0.035 USD/t/km', kinds.tariff, 0.035],
    ['35 USD/t/km/1000', kinds.tariff, 0.035],
    ['2 USD/kg', kinds.cost, 2000],
    ['-3 USD/t', kinds.cost, -3],
    ['36 h', kinds.duration, 1.5],
    ['2 weeks', kinds.duration, 14],
    // A month is 365.25/12 = 30.4375 days.
    ['6 months', kinds.duration, 182.625],
    ['2 yr', kinds.duration, 730.5],
    ['1 day + 12 h', kinds.duration, 1.5],
    ['40 km/h', kinds.speed, 960],
    ['15 USD/t/day', kinds.valueOfTime, 15],
    ['0.5 USD/t/h', kinds.valueOfTime, 12],
    ['0.05 t/USD', kinds.choiceScale, 0.05],
    ['7 %', kinds.share, 0.07],
    ['7%', kinds.share, 0.07],
    ['50 % + 25 %', kinds.share, 0.75],
    ['50 % * 50 %', kinds.share, 0.25],
    ['min(3 days, 48 h, 1 week)', kinds.duration, 2],
    ['max(3 days, 48 h, 1 week)', kinds.duration, 7],
    ['(1 + 2) * 1e1 days', kinds.duration, 30],
    ['8 days / 2^3', kinds.duration, 1],
    ['8 days * 2^-3', kinds.duration, 1],
  ])('%s', (text, kind, expected) => {
    expect(parseNumber(text, kind)).toBe(expected);
  });

  test.each([
    ['22 Mt', kinds.volume, 'expected tonnes per year, got tonnes'],
    ['22', kinds.volume, 'expected tonnes per year, got a plain number'],
    ['3 days', kinds.speed, 'expected kilometres per day, got days'],
    ['5 USD', kinds.tariff, 'expected dollars per tonne per kilometre, got dollars'],
    ['5 % / 5 %', kinds.share, 'expected a percentage, got a plain number'],
    ['1 day + 2 t', kinds.duration, 'values of different units are added or compared'],
    ['8..15 days', kinds.duration, '"8..15 days" cannot be read as a quantity'],
    ['1,000 days', kinds.duration, '"1,000 days" cannot be read as a quantity'],
    ['days', kinds.duration, 'there is no number in it'],
    ['', kinds.duration, 'there is no number in it'],
    ['2 3 days', kinds.duration, '"2 3 days" cannot be read as a quantity'],
    ['2 days 3', kinds.duration, 'something is missing between two factors'],
    ['2^0.5 days', kinds.duration, 'an exponent must be a whole number without unit'],
    ['1 day / 0', kinds.duration, 'this divides by zero'],
    ['5 days mod 3', kinds.duration, '"mod" is not allowed'],
    ['x = 3 days', kinds.duration, '"=" has no meaning in a quantity'],
    ['[3] days', kinds.duration, '"[" has no meaning in a quantity'],
    ['import(1) * 1 day', kinds.duration, '"import" is not a function here'],
    ['Infinity * 1 day', kinds.duration, '"Infinity" is not a number'],
    ['year * 1 day', kinds.duration, expect.stringMatching(/^"year" is not a unit/)],
    ['$percent 5', kinds.share, '"$" has no meaning in a quantity'],
    ['russia-south-asia * 1', kinds.volume, '"russia-south-asia" is not an input'],
    [`${'1 + '.repeat(60)}1 day`, kinds.duration, 'longer than 200 characters'],
    [`${'('.repeat(99)}1${')'.repeat(99)} day`, kinds.duration, 'longer than 200 characters'],
  ])('%s is none', (text, kind, message) => {
    expect(parseNumber(text, kind)).toMatchObject({ message });
  });
});

test('a plain quantity is what the same text is as a formula', () => {
  const symbols = [...units.keys()].map((name) => (name === percentName ? '%' : name));
  const unit = fc.constantFrom(...symbols);
  const divisors = fc.array(
    unit.filter((name) => name !== '%'),
    { maxLength: 2 },
  );
  const number = fc.constantFrom('3', '-0.035', '1234.5', '0');
  fc.assert(
    fc.property(number, unit, divisors, fc.boolean(), (value, first, others, spaced) => {
      const text = [`${value}${spaced ? ' ' : ''}${first}`, ...others].join('/');
      const formula = parseFormula(text, []);
      const scope = { year: undefined, inputs: new Map(), calendars: new Set<string>() };
      expect(plainQuantity(text)).toEqual(isFault(formula) ? formula : evaluate(formula, scope));
    }),
    { seed: 1 },
  );
  for (const text of ['3 year', '3', '1e3 t', '3 t*2', 't', '22 MT/yr']) {
    expect(plainQuantity(text), text).toBeUndefined();
  }
});

describe('a fault is placed in the text, where the mark « stands', () => {
  const offsetOf = (text: string) => {
    const found = parseNumber(text, kinds.duration);
    return isFault(found) ? found.offset : 'no fault';
  };
  test.each([
    '3 days + 2 «foo',
    '3 days «+ 2 t',
    '1 day + 2 day «+ 3 t',
    '50 % * 3 days * (1 «+ 2 t)',
    'min(3 days, 2 «foo)',
    '3 days * «sin(3)',
    '3 days * 5 % + 2 «foo',
    '2 days «3',
    '3 days «? 2',
    '3 days * (2 +«',
    '3 days * «)',
    '5 days «mod 3',
    '3 days * «a-b',
    '2 days * 2«^0.5',
    '22 «MT',
  ])('%s', (marked) => {
    expect(offsetOf(marked.replace('«', ''))).toBe(marked.indexOf('«'));
  });
});

describe('volumes', () => {
  const volume = (text: string, years = [2025, 2026, 2027]) => readVolume(text, years, shared);

  test('compound growth from a year on', () => {
    // 12 Mt in 2026; 12/1.03 Mt the year before, 12 · 1.03 Mt the year after.
    const result = volume('12 Mt/yr * 1.03^(year - 2026)');
    expect(result).toMatchObject({
      input: undefined,
      values: [12e6 * (1 / 1.03), 12e6, 12e6 * 1.03],
    });
  });

  test('a step up to a ceiling', () => {
    const result = volume('min(3 Mt/yr + 2 Mt/yr * (year - 2025), 6 Mt/yr)');
    expect(result).toMatchObject({ input: undefined, values: [3e6, 5e6, 6e6] });
  });

  test('nothing before a year', () => {
    const result = volume('1 Mt/yr * min(1, max(0, year-2025))');
    expect(result).toMatchObject({ input: undefined, values: [0, 1e6, 1e6] });
  });

  test('a percentage of a quantity', () => {
    expect(volume('22 Mt/yr * 40 %', [2025])).toMatchObject({ input: undefined, values: [8.8e6] });
  });

  test.each([
    ['0.25 * russia-south-asia', [0.25, 0.25, 0.25]],
    ['russia-south-asia * 0.5 * 2^(year - 2025)', [0.5, 1, 2]],
    ['russia-south-asia / 4', [0.25, 0.25, 0.25]],
    ['-(russia-south-asia - 2*russia-south-asia)', [1, 1, 1]],
    ['50 % * (1 + (year - 2025)) * russia-south-asia', [0.5, 1, 1.5]],
  ])('%s is a factor on the input in each year', (text, values) => {
    expect(volume(text)).toMatchObject({ input: 'russia-south-asia', values });
  });

  test('an input may be a plain number', () => {
    expect(volume('3 Mt/yr * growth', [2025])).toMatchObject({ input: 'growth', values: [3e6] });
  });

  test('a longer id is not mistaken for a shorter one', () => {
    expect(volume('russia * 2', [2025])).toMatchObject({ input: 'russia', values: [2] });
    expect(volume('russia - 0.5 * russia', [2025])).toMatchObject({
      input: 'russia',
      values: [0.5],
    });
  });

  test.each([
    'russia-south-asia * growth',
    '1 Mt/yr / russia-south-asia * 1 Mt/yr',
    'russia-south-asia^2 / 1 Mt * 1 yr',
    'min(russia-south-asia, 10 Mt/yr)',
    'russia-south-asia + 1 Mt/yr',
  ])('%s is not a multiple of one input', (text) => {
    expect(volume(text)).toMatchObject({
      message: 'an input may only be multiplied or divided by numbers',
    });
  });

  test('an input of the wrong dimension', () => {
    expect(volume('2 * growth')).toMatchObject({
      message: 'expected tonnes per year, got a plain number',
    });
  });

  test('an input that has problems itself is not judged', () => {
    expect(readVolume('2 * broken', [2025], new Map([['broken', undefined]]))).toBeUndefined();
  });
});

describe('calendars', () => {
  const calendars = new Set(['harvest', 'day-shift']);
  const volume = (text: string) => readVolume(text, [2026, 2027], shared, calendars);

  test('a calendar of the month spreads the volume, and leaves the total of the year', () => {
    expect(volume('12 Mt/yr * 2^(year - 2026) * harvest(month)')).toEqual({
      input: undefined,
      values: [12e6, 24e6],
      calendar: 'harvest',
    });
  });

  test('it goes with inputs, and its name may have hyphens', () => {
    expect(volume('0.5 * day-shift(month) * russia')).toEqual({
      input: 'russia',
      values: [0.5, 0.5],
      calendar: 'day-shift',
    });
  });

  test.each([
    ['1 Mt/yr «+ 1 Mt/yr * harvest(month)', 'a volume may be multiplied by one calendar'],
    ['1 Mt/yr * harvest(month) «* day-shift(month)', 'a volume may be multiplied by one calendar'],
    ['1 Mt/yr «/ harvest(month)', 'a volume may be multiplied by one calendar'],
    ['1 Mt/yr * «harvest(year)', 'a calendar is a function of the month'],
    ['1 Mt/yr * «harvest', 'a calendar is a function of the month'],
    ['1 Mt/yr * «monsoon(month)', '"monsoon" is not a function here'],
  ])('%s is refused', (marked, message) => {
    const found = volume(marked.replace('«', ''));
    expect(found).toMatchObject({
      message: expect.stringContaining(message),
      offset: marked.indexOf('«'),
    });
  });
});

describe('powers', () => {
  test('are repeated multiplication, the same on every machine', () => {
    const formula = parseFormula('1.03^3', []);
    if (isFault(formula)) throw new Error(formula.message);
    const quantity = evaluate(formula, {
      year: undefined,
      inputs: new Map(),
      calendars: new Set<string>(),
    });
    expect(quantity).toMatchObject({ value: 1.03 * 1.03 * 1.03, divisor: 1 });
  });
});
