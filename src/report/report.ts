// Turns a results folder into the two reports people read: Markdown and one self-contained page.

import type { ResultsFolder } from '../results/results-folder.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import { createPlotter, mainCharts, picturePath } from './plot.ts';
import { type ScenarioView, viewScenario } from './scenario-view.ts';

/** The tables that reports are made of, beside the study in brief. */
export const reportTables: readonly string[] = [
  'corridors',
  'diversion',
  'expectations',
  'links',
  'posts',
];

/** Tables of which reports have a part when they are there. */
export const furtherReportTables: readonly string[] = ['countries', 'diverted-costs', 'drivers'];

/** The report as Markdown; it shows the pictures, which are files beside it. */
export function renderMarkdown(results: ResultsFolder): string {
  return markdownReport(results, viewScenarios(results));
}

/** The pictures of the Markdown report as SVG, by their paths beside it. */
export function renderPictures(results: ResultsFolder): [path: string, svg: string][] {
  const views = viewScenarios(results);
  const draw = createPlotter(results, views);
  return views.flatMap((view) =>
    mainCharts(view).map((request): [string, string] => [
      picturePath(view, request),
      draw(view, request),
    ]),
  );
}

/** The report as a page that works without a network, and says all that matters without its script. */
export function renderHtml(results: ResultsFolder): string {
  return htmlReport(results, viewScenarios(results));
}

/** The views of all scenarios but the baseline. */
export function viewScenarios(results: ResultsFolder): readonly ScenarioView[] {
  return results.summary.scenarios
    .filter((scenario) => scenario.baseline !== '')
    .map((scenario) => viewScenario(results, scenario));
}
