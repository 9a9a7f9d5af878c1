// Writes the report of a study as Markdown, for pull requests and terminals.

import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { measuredWords } from './expectation-words.ts';
import { delayedSentence, findings } from './findings.ts';
import {
  escapeMarkdown,
  formatDay,
  formatNumber,
  formatPeriod,
  formatRange,
  formatShare,
  formatTonneChange,
  formatTonnes,
  tonneScale,
} from './format.ts';
import { markdownOrigin } from './markdown-origin.ts';
import { markdownTable, numberColumn, textColumn } from './markdown-table.ts';
import { corridorName, horizonName } from './names.ts';
import { mainCharts, picturePath } from './plot.ts';
import { reproduceCommand } from './reproduce.ts';
import { type ScenarioView, splitByChange } from './scenario-view.ts';

/** Rows of the diversion and queue tables; the tables in the results folder hold all of them. */
const mostCorridors = 14;
const mostTransfers = 15;
const mostPosts = 5;

/** The report of a study. */
export function markdownReport(results: ResultsFolder, views: readonly ScenarioView[]): string {
  const { summary } = results;
  const parts = [
    `# ${escapeMarkdown(summary.name)}: who loses which tonnes to whom`,
    whatRan(summary, views),
    ...views.map((view) => scenarioPart(summary, view)),
    `## Where the numbers come from\n\n${markdownOrigin(summary)}`,
    `## How to reproduce\n\n\`\`\`sh\n${reproduceCommand(summary)}\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

function whatRan(summary: StudySummary, views: readonly ScenarioView[]): string {
  const days = summary.stepDays === 1 ? '1 day' : `${summary.stepDays} days`;
  const ran = `${views.length} ${views.length === 1 ? 'scenario' : 'scenarios'} against the baseline, ${formatDay(summary.start)} to ${formatDay(summary.end)}, in steps of ${days}; ${summary.replications} replications on the same draws, seed \`${summary.seed.replace(/`/g, '')}\`.`;
  return `${ran} Numbers are means over the replications; intervals are 95 % intervals of the mean of the paired difference; nine runs in ten lie between 5 % and 95 %.`;
}

function scenarioPart(summary: StudySummary, view: ScenarioView): string {
  const { scenario } = view;
  return [
    `## ${escapeMarkdown(scenario.title)}`,
    escapeMarkdown(scenario.description),
    findings(summary, view)
      .map((sentence) => `- ${escapeMarkdown(sentence)}`)
      .join('\n'),
    pictures(view, 'map'),
    `### Corridors, ${horizonName(summary)}`,
    corridorPart(view),
    pictures(view, 'corridor'),
    '### Who takes it',
    pictures(view, 'diversion'),
    diversionPart(summary, view),
    ...(view.expectations.length > 0 ? ['### Expectations', expectationPart(view)] : []),
    '### Queues that grow most',
    queuePart(view),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const pictureTitles = {
  map: 'Map: what changes on every line',
  corridor: 'The corridor that changes most, month by month',
  diversion: 'Who loses tonnes to whom',
} as const;

/** The picture of this kind, when the scenario has one. */
function pictures(view: ScenarioView, kind: keyof typeof pictureTitles): string {
  return mainCharts(view)
    .filter(({ chart }) => chart === kind)
    .map((request) => `![${pictureTitles[kind]}](${picturePath(view, request)})`)
    .join('');
}

function corridorPart(view: ScenarioView): string {
  const { most, others } = splitByChange(view.corridors, mostCorridors);
  const rows = [...most, view.notShipped];
  const levels = tonneScale(rows.flatMap((row) => [row.baseline.mean, row.scenario.mean]));
  const changes = tonneScale(rows.flatMap((row) => [row.change.p05, row.change.p95]));
  const table = markdownTable(
    [
      textColumn('corridor'),
      numberColumn(`baseline, ${levels.unit}`),
      numberColumn(`scenario, ${levels.unit}`),
      numberColumn(`change, ${changes.unit}`),
      numberColumn('95 % interval'),
      numberColumn('5 % to 95 % of runs'),
    ],
    rows.map(({ name, baseline, scenario, change }) => [
      name,
      formatTonnes(baseline.mean, levels),
      formatTonnes(scenario.mean, levels),
      formatTonneChange(change.mean, changes),
      formatRange(change.lower, change.upper, changes, formatTonneChange),
      formatRange(change.p05, change.p95, changes, formatTonneChange),
    ]),
  );
  return others.length === 0
    ? table
    : `${table}\n\n${others.length} corridors that change less are in \`corridors.csv\`.`;
}

function diversionPart(summary: StudySummary, view: ScenarioView): string {
  if (view.transfers.length === 0) return 'No tonnes move.';
  const shown = view.transfers.slice(0, mostTransfers);
  const scale = tonneScale(shown.map((transfer) => transfer.tonnes.mean));
  const left = view.transfers.length - shown.length;
  const table = markdownTable(
    [
      textColumn('from'),
      textColumn('to'),
      numberColumn(`tonnes, ${scale.unit}`),
      numberColumn('95 % interval'),
      numberColumn('of the loss'),
      numberColumn('bounds'),
    ],
    shown.map((transfer) => [
      corridorName(summary, transfer.from),
      corridorName(summary, transfer.to),
      formatTonnes(transfer.tonnes.mean, scale),
      formatRange(transfer.tonnes.lower, transfer.tonnes.upper, scale),
      formatShare(transfer.shareOfLoss),
      formatRange(transfer.lowerBound, transfer.upperBound, scale),
    ]),
  );
  const rest = left > 0 ? `\n\n${left} smaller transfers are in \`diversion.csv\`.` : '';
  return `${table}${rest}\n\nBounds: the least and the most that can have moved between the two, given what each lost and gained. ${delayedSentence(view)}`.trimEnd();
}

function expectationPart(view: ScenarioView): string {
  return markdownTable(
    [
      textColumn('of'),
      textColumn('expected'),
      numberColumn('came out'),
      numberColumn('95 % interval'),
      textColumn('met'),
    ],
    view.expectations.map((expectation) => {
      const { subject, expected, met } = expectation;
      const { mean, interval } = measuredWords(expectation);
      return [subject, expected, mean, interval, met === 'no' ? 'NO' : met];
    }),
  );
}

function queuePart(view: ScenarioView): string {
  if (view.posts.length === 0) return 'No queue grows.';
  const shown = view.posts.slice(0, mostPosts);
  const scale = tonneScale(shown.map((post) => post.longest.mean));
  return markdownTable(
    [
      textColumn('post'),
      textColumn('month'),
      numberColumn(`longest queue, ${scale.unit}`),
      numberColumn('5 % to 95 % of runs'),
      numberColumn('in the baseline'),
      numberColumn('mean wait, days'),
    ],
    shown.map((post) => [
      post.name,
      formatPeriod(post.month),
      formatTonnes(post.longest.mean, scale),
      formatRange(post.longest.p05, post.longest.p95, scale),
      formatTonnes(post.baselineLongest.mean, scale),
      formatNumber(post.wait.mean, 1),
    ]),
  );
}
