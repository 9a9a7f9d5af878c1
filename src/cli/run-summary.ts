// What `run` prints at its end: the diversion of each scenario and the verdicts on its expectations.

import { measuredWords } from '../report/expectation-words.ts';
import { tonneScale } from '../report/format.ts';
import {
  type MeasuredExpectation,
  type ScenarioView,
  viewScenario,
} from '../report/scenario-view.ts';
import { type Estimate, selectRows } from '../report/select.ts';
import { all } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import { alignColumns, styled, terminalWidth } from './terminal.ts';

/** The views of all scenarios but the baseline. */
export function viewScenarios(results: ResultsFolder): ScenarioView[] {
  return results.summary.scenarios
    .filter(({ baseline }) => baseline !== '')
    .map((scenario) => viewScenario(results, scenario));
}

/** Corridors that change by less than this, in tonnes, are only counted: they would read 0.00 Mt. */
const leastShownTonnes = 5000;
/** However narrow the terminal is, names keep as many characters. */
const leastNameWidth = 20;

/** A table for people: the corridors that change, the largest loss first, tonnes over the whole horizon. */
export function diversionLines({ scenario, corridors, notShipped }: ScenarioView): string[] {
  const changed = corridors.filter(({ change }) => Math.abs(change.mean) >= leastShownTonnes);
  const header = ['Mt over the whole horizon', 'baseline', 'scenario', 'change', '95 % interval'];
  const rows = [...changed, notShipped].map(({ name, baseline, scenario: after, change }) => [
    name,
    megatonnes(baseline.mean),
    megatonnes(after.mean),
    signed(change.mean),
    Number.isNaN(change.lower) ? '' : `${signed(change.lower)} to ${signed(change.upper)}`,
  ]);
  const lines = alignColumns([header, ...rows], terminalWidth(), leastNameWidth);
  const others = corridors.length - changed.length;
  if (others > 0) lines.push(`corridors that change by less than 0.005 Mt: ${others}`);
  return [styled('bold', scenario.title), ...lines];
}

/** One line for each expectation of a scenario: the verdict, what it is about, what came out. */
export function expectationLines({ expectations }: ScenarioView): string[] {
  return expectations.map(
    (expectation) => `${verdictText(expectation.met)} ${expectationText(expectation)}`,
  );
}

/** Expectations that are not met, on lines that need no table above them. */
export function unmetLines({ scenario, expectations }: ScenarioView): string[] {
  return expectations
    .filter(({ met }) => met === 'no')
    .map((expectation) => `${verdictText('no')} ${scenario.name}: ${expectationText(expectation)}`);
}

/** For instance `Chabahar: change falls: −0.95 Mt (−1.20 to −0.70)`. */
export function expectationText(expectation: MeasuredExpectation): string {
  const { subject, expected, unit, measured } = expectation;
  return `${subject}: ${expected}: ${unit === 't' ? changeText(measured) : wordsOf(expectation)}`;
}

function wordsOf(expectation: MeasuredExpectation): string {
  const { mean, interval } = measuredWords(expectation);
  return `${mean} (${interval || 'one replication has no interval'})`;
}

function verdictText(met: string): string {
  if (met === 'yes') return styled('green', 'met      ');
  if (met === 'no') return styled('red', 'not met  ');
  return 'undecided';
}

/** For instance `-0.95 Mt (-1.20 to -0.70)`. */
function changeText({ mean, lower, upper }: Estimate): string {
  if (mean === 0 && lower === 0 && upper === 0) return 'no change in any replication';
  const { unit, tonnesPerUnit, decimals } = tonneScale([mean, lower, upper]);
  const text = (tonnes: number) => signedText((tonnes / tonnesPerUnit).toFixed(decimals));
  if (Number.isNaN(lower)) return `${text(mean)} ${unit} (one replication has no interval)`;
  return `${text(mean)} ${unit} (${text(lower)} to ${text(upper)})`;
}

/** The corridor of routes that match no declared one, and the part of all tonnes above which that is too much. */
const unnamedCorridor = 'other';
const unnamedLimit = 0.05;

/** A warning when the declared corridors, if there are any, do not cover the baseline's cargo. */
export function unnamedWarning(results: ResultsFolder): string | undefined {
  if (results.summary.corridors.length === 1) return undefined;
  const { name } = results.summary.scenarios[0];
  const key = { period: all, corridor: unnamedCorridor, variable: 'share' };
  const share = selectRows(results, 'corridors', name, key)[0]?.number.mean ?? 0;
  if (share <= unnamedLimit) return undefined;
  return `${(100 * share).toFixed(1)} % of the baseline's tonnes move on routes of no declared corridor`;
}

/** The diversion and the verdicts for machines; tonnes, and null where there is no value. */
export function machineSummary(folder: string, results: ResultsFolder): unknown {
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
      expectations: view.expectations,
    })),
  };
}

function megatonnes(tonnes: number): string {
  return Number.isNaN(tonnes) ? '' : (tonnes / 1e6).toFixed(2);
}

function signed(tonnes: number): string {
  return signedText(megatonnes(tonnes));
}

/** A number with its sign, unless it is zero as written. */
function signedText(number: string): string {
  if (!/[1-9]/.test(number)) return number.replace('-', '');
  return number.startsWith('-') ? number : `+${number}`;
}
