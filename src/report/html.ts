// Lays out the report as one page that needs nothing but itself.

import type { HashedFile, ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { eventList } from './event-list.ts';
import { formatDay } from './format.ts';
import { dataTable, textHead } from './html-table.ts';
import { anchor, element, type Markup, text } from './markup.ts';
import { originPart } from './origin-part.ts';
import { overviewPart } from './overview-part.ts';
import type { PageContext } from './page-context.ts';
import { pageData } from './page-data.ts';
import { pageScript } from './page-script.ts';
import { reproduceCommand } from './reproduce.ts';
import { scenarioSection } from './scenario-section.ts';
import type { ScenarioView } from './scenario-view.ts';
import { mapDefinitions } from './study-map.ts';
import { styleSheet } from './style-sheet.ts';

/** The page of a study. */
export function htmlReport(context: PageContext, views: readonly ScenarioView[]): string {
  const { results } = context;
  const { summary } = results;
  const page = element(
    'html',
    { lang: 'en' },
    head(summary),
    element(
      'body',
      {},
      element('a', { href: '#report', class: 'skip' }, text('Skip to the report')),
      mapDefinitions(context.map, summary),
      masthead(summary, views),
      navigation(views),
      element(
        'main',
        { id: 'report' },
        overviewPart(context, views),
        ...views.map((view) => scenarioSection(context, view)),
        baselinePart(summary),
        sureness(summary),
        originPart(summary),
        reproduction(results),
      ),
      views.length === 0 ? '' : scripts(pageData(context, views)),
    ),
  );
  return `<!doctype html>\n${page}\n`;
}

function head(summary: StudySummary): Markup {
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // Whatever a study's texts hold, the page fetches nothing.
    element('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
    }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, text(pageTitle(summary))),
    `<style>${styleSheet}</style>`,
  );
}

/** The numbers for the switches and the script that shows them; the page says all that matters without. */
function scripts(data: string): Markup {
  return `<script type="application/json" id="data">${data}</script><script>${pageScript}</script>`;
}

function pageTitle(summary: StudySummary): string {
  return `${summary.name}: who loses which tonnes to whom`;
}

function masthead(summary: StudySummary, views: readonly ScenarioView[]): Markup {
  const scenarios = views.length === 1 ? 'One scenario' : `${views.length} scenarios`;
  const horizon = `${formatDay(summary.start)} to ${formatDay(summary.end)}`;
  return element(
    'header',
    { class: 'masthead' },
    element('p', { class: 'kicker' }, text('cargoflow')),
    element('h1', {}, text(pageTitle(summary))),
    element(
      'p',
      { class: 'dek' },
      text(
        `${scenarios} against the same baseline, ${horizon}; ${summary.replications} replications of each on the same draws.`,
      ),
    ),
  );
}

function navigation(views: readonly ScenarioView[]): Markup {
  const links = [
    ...(views.length > 1 ? [['overview', 'At a glance'] as const] : []),
    ...views.map(({ scenario }) => [anchor(scenario.name), scenario.title] as const),
    ['baseline', 'Baseline'] as const,
    ['sureness', 'How sure'] as const,
    ['sources', 'Sources'] as const,
    ['reproduce', 'Reproduce'] as const,
  ];
  return element(
    'nav',
    { 'aria-label': 'Parts of the report' },
    element(
      'ul',
      {},
      ...links.map(([id, title]) =>
        element('li', {}, element('a', { href: `#${id}` }, text(title))),
      ),
    ),
  );
}

function baselinePart(summary: StudySummary): Markup {
  const baseline = summary.scenarios.find((scenario) => scenario.baseline === '');
  if (!baseline) return '';
  return element(
    'section',
    { id: 'baseline', 'aria-labelledby': 'baseline-title' },
    element('h2', { id: 'baseline-title' }, text('What happens in the baseline')),
    baseline.description === '' ? '' : element('p', {}, text(baseline.description)),
    baseline.events.length === 0
      ? element('p', {}, text('No events.'))
      : eventList(summary, baseline.events),
  );
}

function sureness(summary: StudySummary): Markup {
  const paragraphs = [
    `Every number is a mean over ${summary.replications} replications. Uncertain inputs and events are drawn anew in each, and the baseline and every scenario get the same draws, so that differences are differences of the scenario and not of luck.`,
    'A 95 % interval says how well the number of replications pins down the mean. The range from 5 % to 95 % of runs says how far single runs lie apart, that is, what the uncertain inputs do to the answer. Neither covers what the model leaves out, nor inputs that carry a single number.',
    'Who took whose tonnes cannot be observed when several corridors lose and several gain at once. The numbers share losses out in proportion to gains, flow by flow; the bounds hold for every other way to share them out.',
  ];
  return element(
    'section',
    { id: 'sureness', 'aria-labelledby': 'sureness-title' },
    element('h2', { id: 'sureness-title' }, text('How sure are these numbers')),
    ...paragraphs.map((paragraph) => element('p', {}, text(paragraph))),
  );
}

function reproduction({ summary, origin }: ResultsFolder): Markup {
  const days = summary.stepDays === 1 ? '1 day' : `${summary.stepDays} days`;
  const version = origin ? `cargoflow ${origin.version}; ` : '';
  return element(
    'section',
    { id: 'reproduce', 'aria-labelledby': 'reproduce-title' },
    element('h2', { id: 'reproduce-title' }, text('How to reproduce')),
    element('pre', { tabindex: '0' }, element('code', {}, text(reproduceCommand(summary)))),
    element(
      'p',
      { class: 'note' },
      text(
        `${version}seed “${summary.seed}”, ${summary.replications} replications, steps of ${days}. The same inputs give the same bytes in every table, on any machine, with any number of workers, on Node 20, 22 or 24; manifest.json names the Node that ran.`,
      ),
    ),
    origin ? hashes('Inputs', origin.inputs) : '',
    origin ? hashes('Tables', origin.tables) : '',
  );
}

function hashes(name: string, files: readonly HashedFile[]): Markup {
  if (files.length === 0) return '';
  return element(
    'details',
    {},
    element('summary', {}, text(`${name} and their SHA-256`)),
    dataTable({
      caption: `${name} of this run`,
      head: [textHead('File'), textHead('SHA-256')],
      rows: files.map(({ path, sha256 }) => ({
        className: '',
        heading: text(path),
        cells: [element('td', { class: 'text hash' }, text(sha256))],
      })),
    }),
  );
}
