// Numbers in the wrong unit, without unit or out of range, and formulas that cannot be worked out.

import { checkMistakes } from './check-mistakes.ts';

const formula = '0.4 Mt/yr * 1.5^(year - 2025)';

checkMistakes([
  {
    name: 'tonnes where tonnes per year are due',
    edits: [['demand.yaml', formula, '«0.4 Mt']],
    code: 'wrong-unit',
    message: 'expected tonnes per year, got tonnes',
    hint: 'such as `0.4 Mt/yr`',
  },
  {
    name: 'megatesla',
    edits: [['demand.yaml', formula, '22 «MT/yr']],
    code: 'unknown-unit',
    message: '"MT" is not a unit here',
    hint: 'write Mt for megatonne',
  },
  {
    name: 'millitonnes',
    edits: [['demand.yaml', formula, '22 «mt/yr']],
    code: 'unknown-unit',
    message: '"mt" is not a unit here',
    hint: 'write Mt for megatonne',
  },
  {
    name: 'the calendar year as a unit',
    edits: [['demand.yaml', formula, '0.4 Mt«/year']],
    code: 'unknown-unit',
    message: '"year" is not a unit: it is the calendar year in the volume of a flow',
    hint: 'write yr for the unit',
  },
  {
    name: 'a number without unit',
    edits: [['baseline.yaml', 'inertia: 60 days', 'inertia: «60']],
    code: 'missing-unit',
    message: '60 has no unit; expected days, such as `30 days`',
  },
  {
    name: 'a volume without unit',
    edits: [['demand.yaml', formula, '«22']],
    code: 'missing-unit',
    message: '22 has no unit; expected tonnes per year, such as `0.4 Mt/yr`',
  },
  {
    name: 'an uncertain number without unit',
    edits: [
      ['closure.yaml', '{ triangular: [1, 2, 6], unit: months }', '«{ triangular: [1, 2, 6] }'],
    ],
    code: 'missing-key',
    message: '"unit" is missing',
  },
  {
    name: 'an uncertain number in the wrong unit',
    edits: [['closure.yaml', 'unit: months', 'unit: «t']],
    code: 'wrong-unit',
    message: 'expected days, got tonnes',
  },
  {
    name: 'an uncertain number that does not rise',
    edits: [['closure.yaml', '{ triangular: [1, 2, 6]', '«{ triangular: [1, 7, 6]']],
    code: 'wrong-distribution',
    message: 'the numbers must rise from lowest to highest',
  },
  {
    name: 'two distributions at once',
    edits: [
      ['closure.yaml', '{ triangular: [1, 2, 6]', '«{ triangular: [1, 2, 6], uniform: [1, 6]'],
    ],
    code: 'wrong-distribution',
    message: 'expected one of uniform, triangular, pert, normal, lognormal, discrete, empirical',
  },
  {
    name: 'a triangle with two corners',
    edits: [['closure.yaml', '[1, 2, 6]', '«[1, 6]']],
    code: 'wrong-type',
    message: 'expected [lowest, most likely, highest]',
  },
  {
    name: 'a plain number for a percentage',
    edits: [['demand.yaml', '5 %', '«"0.05"']],
    code: 'wrong-unit',
    message: 'expected a percentage, got a plain number',
    hint: 'such as `5 %`',
  },
  {
    name: 'more than 100 %',
    edits: [['closure.yaml', 'share: 40 %', 'share: «140 %']],
    code: 'out-of-range',
    message: 'must be at most 100 %',
  },
  {
    name: 'less than nothing',
    edits: [['rates.yaml', 'cost: 9 USD/t', 'cost: «-9 USD/t']],
    code: 'out-of-range',
    message: 'must be at least 0',
  },
  {
    name: 'corridors chosen more sharply than routes',
    edits: [['commodities.yaml', 'corridor_scale: 0.03', 'corridor_scale: «0.06']],
    code: 'out-of-range',
    message: 'must be at most route_scale',
  },
  {
    name: 'a factor with a unit',
    edits: [['baseline.yaml', 'multiply_capacity: 0.5', 'multiply_capacity: «50 %']],
    code: 'wrong-type',
    message: 'expected a number without unit, such as 0.6',
  },
  {
    name: 'an unknown input in a formula',
    edits: [['demand.yaml', '0.25 * kaz-europe', '0.25 * «kaz-euorpe']],
    code: 'unknown-input',
    message: '"kaz-euorpe" is not an input',
    hint: 'nearest: "kaz-europe"',
  },
  {
    name: 'an input that is not a factor',
    edits: [['demand.yaml', '0.25 * kaz-europe', '1 Mt/yr «+ kaz-europe']],
    code: 'wrong-formula',
    message: 'an input may only be multiplied or divided by numbers',
  },
  {
    name: 'a function that is not allowed',
    edits: [['demand.yaml', formula, '«sqrt(4) * 0.4 Mt/yr']],
    code: 'wrong-formula',
    message: '"sqrt" is not a function here',
    hint: 'allowed: min, max, and in the volume of a flow a calendar of rates.yaml',
  },
  {
    name: 'a formula that falls below 0',
    edits: [['demand.yaml', formula, '«1 Mt/yr * (2026 - year)']],
    code: 'out-of-range',
    message: 'less than 0 in 2027',
  },
  {
    name: 'text where a list is due',
    edits: [['closure.yaml', '{ countries: [RUS] }', '{ countries: «RUS }']],
    code: 'wrong-type',
    message: 'expected a list, got "RUS"',
    hint: 'write [RUS]',
  },
  {
    name: 'a number where text is due',
    edits: [['sources.yaml', '"2023"', '«2023']],
    code: 'wrong-type',
    message: 'expected text, got 2023',
    hint: 'put it in quotes',
  },
]);
