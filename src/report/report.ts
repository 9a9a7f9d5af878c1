// Turns a results folder into the two reports people read: Markdown and one self-contained page.

import type { ResultsFolder } from '../results/results-folder.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import { type PageContext, pageContext } from './page-context.ts';
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

/** The reports of one results folder; what they share is made once, when the first of them needs it. */
export interface Reports {
  /** The report as Markdown; it shows the pictures, which are files beside it. */
  markdown(): string;
  /** The pictures of the Markdown report as SVG, by their paths beside it. */
  pictures(): [path: string, svg: string][];
  /** The report as a page that works without a network, and says all that matters without its script. */
  html(): string;
}

export function createReports(results: ResultsFolder): Reports {
  const views = viewScenarios(results);
  let made: PageContext | undefined;
  const context = () => {
    made ??= pageContext(results, views);
    return made;
  };
  return {
    markdown: () => markdownReport(results, views),
    pictures() {
      const draw = createPlotter(context());
      return views.flatMap((view) =>
        mainCharts(view).map((request): [string, string] => [
          picturePath(view, request),
          draw(view, request),
        ]),
      );
    },
    html: () => htmlReport(context(), views),
  };
}

/** See `Reports`. */
export function renderMarkdown(results: ResultsFolder): string {
  return createReports(results).markdown();
}

/** See `Reports`. */
export function renderPictures(results: ResultsFolder): [path: string, svg: string][] {
  return createReports(results).pictures();
}

/** See `Reports`. */
export function renderHtml(results: ResultsFolder): string {
  return createReports(results).html();
}

/** The views of all scenarios but the baseline. */
export function viewScenarios(results: ResultsFolder): readonly ScenarioView[] {
  return results.summary.scenarios
    .filter((scenario) => scenario.baseline !== '')
    .map((scenario) => viewScenario(results, scenario));
}
