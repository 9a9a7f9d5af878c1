// The shipped study beside the world: published ways, counted tonnes; `npm run generate` writes docs/validation.md anew.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scoreBacktest } from '../../src/calibration/backtest.ts';
import { calibrate } from '../../src/calibration/calibrate.ts';
import { compareJourneys } from '../../src/calibration/journeys.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { coverageOf } from '../../src/provenance/coverage.ts';
import { backtestReport } from '../../src/report/backtest-report.ts';
import { constantTable, observationTable } from '../../src/report/calibration-report.ts';
import { coverageReport } from '../../src/report/coverage-report.ts';
import { exceptionsReport, journeysReport } from '../../src/report/journeys-report.ts';
import { readBacktest } from '../../src/scenario/backtest.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { readObserved } from '../../src/scenario/observed.ts';
import type { Problem } from '../../src/scenario/problem.ts';
import { readPublished } from '../../src/scenario/published.ts';
import { studyFileNames } from '../../src/scenario/study-files.ts';

const folder = 'scenarios/trans-afghan';
const read = (path: string) => readFileSync(path, 'utf8');
const load = (name: string): Scenario => {
  const outcome = loadScenario(join(folder, name), read);
  if (!('scenario' in outcome)) throw new Error(`${name} has problems`);
  return outcome.scenario;
};
const baseline = load('baseline.yaml');
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !studyFileNames.includes(name))
  .filter((name) => name !== 'baseline.yaml')
  .map(load);
const problems: Problem[] = [];
const journeys = readPublished(`${folder}/published.yaml`, baseline, read, problems)!;
const observed = readObserved(`${folder}/observed.yaml`, baseline, read, problems)!;
const compared = compareJourneys(baseline, journeys);
// The constants of the files as they stand: the search stops at once when they fit.
const calibration = calibrate(baseline, observed);
const coverage = coverageOf(baseline, scenarios);
const episodes = readdirSync('scenarios/backtests').sort();
const scores = episodes.map((name) => {
  const place = `scenarios/backtests/${name}`;
  const episode = readBacktest(`${place}/backtest.yaml`, read, problems)!;
  const outcome = loadScenario(`${place}/${episode.scenario}`, read);
  if (!('scenario' in outcome)) throw new Error(`${name} has problems`);
  return scoreBacktest(episode, outcome.baseline, outcome.scenario, 16);
});

test('published.yaml and observed.yaml have no problems', () => {
  expect(problems).toEqual([]);
});

describe('ways', () => {
  test.each(compared.map((row) => [`${row.journey.id}, ${row.what}`, row] as const))(
    '%s is within a quarter of what is published, or an exception',
    (_, { miss, journey }) => {
      expect(Math.abs(miss) <= 0.25 || journey.exception !== '').toBe(true);
    },
  );

  test('no exception is made where none is needed', () => {
    const idle = journeys.filter(
      ({ id, exception }) =>
        exception !== '' &&
        compared.every(({ journey, miss }) => journey.id !== id || Math.abs(miss) <= 0.25),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test('no train is faster than CAREC trains without delay, no lorry than those of Kazakhstan', () => {
    // Speeds without delay (TFI4): railways 53.9 km/h in 2022, roads of Kazakhstan 52.9 km/h in 2020.
    const limits = { rail: 53.9, road: 52.9 } as const;
    const tooFast = baseline.network.links.filter(
      ({ mode, lengthKm, travelDays }) =>
        (mode === 'rail' || mode === 'road') && lengthKm / (24 * travelDays) > limits[mode],
    );
    expect(tooFast.map(({ id }) => id)).toEqual([]);
  });

  test('where two gauges meet, their change is charged', () => {
    const { nodes, links, transfers } = baseline.network;
    const charged = new Set(transfers.map(({ between }) => [...between].sort().join(' ')));
    const missing = nodes.flatMap(({ id }) => {
      const gauges = new Set(
        links
          .filter(({ from, to, mode }) => mode === 'rail' && (from === id || to === id))
          .map(({ gaugeMm }) => `rail-${gaugeMm}`),
      );
      const pair = [...gauges].sort();
      return pair.length < 2 || charged.has(pair.join(' ')) ? [] : [`${id}: ${pair.join(' ')}`];
    });
    expect(missing).toEqual([]);
  });
});

describe('tonnes of the base year', () => {
  const fitted = calibration.observations.filter((one) => one.fittedCorridor !== undefined);
  test.each(fitted.map((one) => [one.id, one] as const))(
    '%s is met within a tenth by the constants of the files',
    (_, { before, tonnesPerYear }) => {
      expect(Math.abs(before / tonnesPerYear - 1)).toBeLessThan(0.1);
    },
  );

  test('some figures are held back', () => {
    expect(calibration.observations.length - fitted.length).toBeGreaterThanOrEqual(5);
  });
});

describe('where the numbers come from', () => {
  const { numbers, tonneShares } = coverage.all;
  const count = numbers.published + numbers.derived + numbers.assumed;

  test('every assumed number has a plausible range', () => {
    expect(coverage.withoutRange).toEqual([]);
  });

  // Floors: raise them when the data get better; never lower them.
  test('as many numbers are published and derived as before', () => {
    expect(count).toBeGreaterThan(1300);
    expect(numbers.published / count).toBeGreaterThan(0.16);
    expect((numbers.published + numbers.derived) / count).toBeGreaterThan(0.38);
  });

  test('and by the tonnes that they bear on', () => {
    expect(tonneShares.published).toBeGreaterThan(0.19);
    expect(tonneShares.published + tonneShares.derived).toBeGreaterThan(0.28);
    expect(tonneShares.published + tonneShares.derived + tonneShares.assumed).toBeCloseTo(1, 12);
  });
});

describe('back-tests', () => {
  // Ceilings of the score: lower them when the model gets better; never raise them.
  const ceilings: Record<string, number> = {
    'ever-given-2021': 0.12,
    'northern-corridor-2022': 0.6,
    'rastatt-2017': 0.33,
    'red-sea-2023': 0.07,
  };

  test.each(episodes.map((name, index) => [name, scores[index]!] as const))(
    '%s is forecast better than by the naive, and no worse than before',
    (name, { modelError, unchangedError, proportionalError }) => {
      expect(modelError).toBeLessThan(Math.min(unchangedError, proportionalError));
      expect(modelError).toBeLessThan(ceilings[name]!);
    },
  );
});

test('docs/validation.md', async () => {
  const tables: Record<string, string> = {
    journeys: journeysReport(compared),
    exceptions: exceptionsReport(compared),
    observations: observationTable(calibration.observations),
    constants: constantTable(calibration.constants),
    coverage: coverageReport(coverage).trimEnd(),
    backtests: backtestReport(scores),
  };
  const text = read('docs/templates/validation.md').replace(
    /^<!-- table: ([a-z]+) -->$/gm,
    (_, name: string) => tables[name]!,
  );
  await expect(text).toMatchFileSnapshot('../../docs/validation.md');
});
