// What `run` prints at its end: the diversion of each scenario and the verdicts on its expectations.

import { type ScenarioView, viewScenario } from '../report/scenario-view.ts';
import { selectRows } from '../report/select.ts';
import type { JudgedExpectation } from '../results/expectations.ts';
import { all } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { alignColumns, styled } from './terminal.ts';

/** The views of all scenarios but the baseline. */
export function viewScenarios(results: ResultsFolder): ScenarioView[] {
  return results.summary.scenarios
    .filter(({ baseline }) => baseline !== '')
    .map((scenario) => viewScenario(results, scenario));
}

/** Corridors that change by less than this, in tonnes, are only counted: they would read 0.00 Mt. */
const leastShownTonnes = 5000;

/** A table for people: the corridors that change, the largest loss first, tonnes over the whole horizon. */
export function diversionLines({ scenario, corridors, notShipped }: ScenarioView): string[] {
  const changed = corridors.filter(({ change }) => Math.abs(change.mean) >= leastShownTonnes);
  const header = [scenario.title, 'baseline Mt', 'scenario Mt', 'change Mt', '95 % interval'];
  const rows = [...changed, notShipped].map(({ name, baseline, scenario: after, change }) => [
    name,
    megatonnes(baseline.mean),
    megatonnes(after.mean),
    signed(change.mean),
    Number.isNaN(change.lower) ? '' : `${signed(change.lower)} to ${signed(change.upper)}`,
  ]);
  const [headline, ...lines] = alignColumns([header, ...rows]);
  const others = corridors.length - changed.length;
  if (others > 0) lines.push(`corridors that change by less than 0.005 Mt: ${others}`);
  return [styled('bold', headline), ...lines];
}

/** One line for each expectation. */
export function expectationLines(expectations: readonly JudgedExpectation[]): string[] {
  return expectations.map(({ scenario, corridor, change, met }) => {
    const text = `${scenario}: ${corridor} ${change}`;
    if (met === 'yes') return `${styled('green', 'met')}        ${text}`;
    if (met === 'no') return `${styled('red', 'not met')}    ${text}`;
    return `undecided  ${text} (needs more than one replication)`;
  });
}

/** The corridor of routes that match no declared one, and the part of all tonnes above which that is too much. */
const unnamedCorridor = 'other';
const unnamedLimit = 0.05;

/** A warning when the declared corridors do not cover the baseline's cargo. */
export function unnamedWarning(results: ResultsFolder): string | undefined {
  const { name } = results.summary.scenarios[0];
  const key = { period: all, corridor: unnamedCorridor, variable: 'share' };
  const share = selectRows(results, 'corridors', name, key)[0]?.number.mean ?? 0;
  if (share <= unnamedLimit) return undefined;
  return `${(100 * share).toFixed(1)} % of the baseline's tonnes move on routes of no declared corridor`;
}

/** The diversion and the verdicts for machines; tonnes, and null where there is no value. */
export function machineSummary(
  folder: string,
  results: ResultsFolder,
  expectations: readonly JudgedExpectation[],
): unknown {
  return {
    results: folder,
    replications: results.summary.replications,
    seed: results.summary.seed,
    scenarios: viewScenarios(results).map((view) => ({
      name: view.scenario.name,
      baseline: view.scenario.baseline,
      corridors: [...view.corridors, view.notShipped].map(({ id, baseline, scenario, change }) => ({
        corridor: id,
        baseline,
        scenario,
        change,
      })),
      diversion: view.transfers,
      delayed: view.delayed,
      expectations: expectations
        .filter(({ scenario }) => scenario === view.scenario.name)
        .map(({ corridor, change, met }) => ({ corridor, change, met })),
    })),
  };
}

function megatonnes(tonnes: number): string {
  return Number.isNaN(tonnes) ? '' : (tonnes / 1e6).toFixed(2);
}

function signed(tonnes: number): string {
  const text = megatonnes(tonnes);
  return tonnes > 0 ? `+${text}` : text;
}
