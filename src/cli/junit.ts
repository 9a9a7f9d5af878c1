// Writes verdicts on expectations as JUnit XML, which CI servers show.

import type { ScenarioView } from '../report/scenario-view.ts';
import { expectationText } from './run-summary.ts';

/** What is told of a scenario. */
export type TestedScenario = Pick<ScenarioView, 'scenario' | 'expectations'>;

/** A suite for each scenario, a case for each expectation; what is undecided is skipped. */
export function junitReport(tested: readonly TestedScenario[]): string {
  const suites = tested.map(({ scenario, expectations }) => {
    const count = (verdict: string) => expectations.filter(({ met }) => met === verdict).length;
    const cases = expectations.map((expectation) => {
      const name = attribute(`${expectation.subject}: ${expectation.expected}`);
      const text = attribute(expectationText(expectation));
      const inside =
        expectation.met === 'no'
          ? `<failure message="${text}"/>`
          : expectation.met === 'undecided'
            ? `<skipped message="${text}"/>`
            : '';
      return `    <testcase classname="${attribute(scenario.name)}" name="${name}">${inside}</testcase>`;
    });
    const counts = `tests="${expectations.length}" failures="${count('no')}" skipped="${count('undecided')}"`;
    return [
      `  <testsuite name="${attribute(scenario.name)}" ${counts}>`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
