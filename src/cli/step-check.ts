// run --check-step: the same study with half the step, and what it says about the step.

import type { Scenario } from '../model/scenario.ts';
import { tonneScale } from '../report/format.ts';
import { type Row, selectRows } from '../report/select.ts';
import { all } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { LoadedStudy } from './load-study.ts';

/** The study with steps half as long. */
export function halveSteps(study: LoadedStudy): LoadedStudy {
  const halve = (scenario: Scenario): Scenario => {
    const { horizon } = scenario;
    return { ...scenario, horizon: { ...horizon, stepDays: horizon.stepDays / 2 } };
  };
  return { ...study, baseline: halve(study.baseline), scenarios: study.scenarios.map(halve) };
}

/**
 * For each scenario one line: the corridor whose tonnes over the horizon (of the baseline), or their change (of others),
 * differ most between the step and its half, and how uncertain they are for the draws. None without the check.
 */
export function stepCheckLines(results: ResultsFolder): string[] {
  if (!results.tables.has('step-check')) return [];
  const lines = results.summary.scenarios.map(({ name, baseline }) => {
    const variable = baseline === '' ? 'dispatched' : 'change';
    const rows = selectRows(results, 'step-check', name, { period: all, variable });
    const worst = rows.reduce((most, row) => (errorOf(row) > errorOf(most) ? row : most));
    return `  ${name}, ${variable}: ${errorText(worst)}`;
  });
  return ['half the step moves the tonnes over the whole horizon by at most', ...lines, ''];
}

const errorOf = ({ number }: Row) => number.discretisation_error ?? 0;

/** For instance `0.4 kt (northern); 95 % sampling error 12.1 kt`. */
function errorText(row: Row): string {
  const sampling = row.number.sampling_error ?? Number.NaN;
  const { unit, tonnesPerUnit, decimals } = tonneScale([errorOf(row), sampling]);
  const text = (tonnes: number) => `${(tonnes / tonnesPerUnit).toFixed(decimals)} ${unit}`;
  const by = Number.isNaN(sampling)
    ? 'one replication has no sampling error'
    : `95 % sampling error ${text(sampling)}`;
  return `${text(errorOf(row))} (${row.text.corridor}); ${by}`;
}
