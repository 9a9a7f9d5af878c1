// Shows why diverted cargo costs more, or less: the change of its cost by term, for the moves with the most tonnes.

import { all } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { barCellOfTerms, termGroups, termScale } from './cost-bar.ts';
import { formatNumber, formatSigned, noValue } from './format.ts';
import { dataTable, numberCell, numberHead, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { corridorName } from './names.ts';
import type { PageContext } from './page-context.ts';
import type { ScenarioView } from './scenario-view.ts';
import { type Estimate, estimateOf, indexRows, type Row, selectRows } from './select.ts';

/** What the tonnes of one move cost more, USD/t, by term; `all` is the sum. */
export interface MoveCosts {
  readonly name: string;
  readonly terms: ReadonlyMap<string, Estimate>;
}

/** Names of the terms, as in docs/results.md. */
const termNames: Readonly<Record<string, string>> = {
  haul: 'Tariffs of the links',
  haul_time: 'Days on the way',
  passage: 'Fees of borders, ports, straits',
  passage_time: 'Days at borders, ports, straits',
  transfer: 'Changes of mode or gauge',
  transfer_time: 'Days of such changes',
  queue: 'Waits in queues',
  event_cost: 'Money that events add',
  event_time: 'Days that events add',
  risk: 'Risk that events add',
  constant: 'Constants of the corridors',
  [all]: 'All terms together',
};

/** The part of one scenario; empty without the table. */
export function costPart({ results, detail }: PageContext, view: ScenarioView): Markup {
  if (!results.tables.has('diverted-costs')) return '';
  const moves = moveCosts(results, view, detail.costMoves);
  if (moves.length === 0)
    return element('p', {}, text('No cargo moves from one corridor to another.'));
  return (
    legend() +
    overview(moves) +
    element(
      'p',
      { class: 'note' },
      text(
        'What a tonne costs its shipper on its new corridor in the scenario, less what it cost on its old one in the baseline: money, and days at the value of the cargo’s time. Cargo that changes its corridor because the old one became worse may still cost more than before.',
      ),
    ) +
    element(
      'details',
      {},
      element('summary', {}, text('By term, in numbers')),
      ...(detail.hasCostTerms ? moves : moves.slice(0, 1)).map(termTable),
    )
  );
}

/** All moves together, then those with the most tonnes. */
function moveCosts(results: ResultsFolder, view: ScenarioView, most: number): readonly MoveCosts[] {
  const rows = new Map<string, Row[]>();
  for (const row of selectRows(results, 'diverted-costs', view.scenario.name, { period: all })) {
    const key = `${row.text.from_corridor} ${row.text.to_corridor}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const ends = view.transfers.map(({ from, to }) => [from, to] as const);
  return [[all, all] as const, ...ends]
    .flatMap(([from, to]) => {
      const found = rows.get(`${from} ${to}`);
      if (!found) return [];
      const terms = [...indexRows(found, 'term')].map(
        ([term, row]) => [term, estimateOf(row)] as const,
      );
      return [{ name: moveName(results.summary, from, to), terms: new Map(terms) }];
    })
    .slice(0, most + 1);
}

function moveName(summary: StudySummary, from: string, to: string): string {
  if (from === all) return 'All cargo that changes its corridor';
  return `${corridorName(summary, from)} → ${corridorName(summary, to)}`;
}

function legend(): Markup {
  const entries = termGroups.map(({ name, className }) =>
    element('li', {}, element('span', { class: `chip ${className}` }), text(name)),
  );
  return element('ul', { class: 'legend' }, ...entries);
}

function overview(moves: readonly MoveCosts[]): Markup {
  const place = termScale(moves);
  return dataTable({
    caption: 'Change of cost of the tonnes that change their corridor, USD a tonne',
    head: [
      textHead('From and to'),
      textHead('', 'Change by kind of cost as a bar'),
      numberHead('In all'),
      numberHead('95 % interval'),
    ],
    rows: moves.map((move) => {
      const total = move.terms.get(all);
      return {
        className: '',
        heading: text(move.name),
        cells: [
          barCellOfTerms(move, place),
          numberCell(total ? formatSigned(total.mean, 1) : noValue),
          numberCell(total ? interval(total) : noValue),
        ],
      };
    }),
  });
}

function termTable({ name, terms }: MoveCosts): Markup {
  return dataTable({
    caption: `${name}, USD a tonne`,
    head: [
      textHead('Term'),
      numberHead('Change'),
      numberHead('95 % interval'),
      numberHead('5 % to 95 % of runs'),
    ],
    rows: [...terms].map(([term, estimate]) => ({
      className: term === all ? 'sink' : '',
      heading: text(termNames[term] ?? term),
      cells: [
        numberCell(formatSigned(estimate.mean, 1)),
        numberCell(interval(estimate)),
        numberCell(`${formatNumber(estimate.p05, 1)} to ${formatNumber(estimate.p95, 1)}`),
      ],
    })),
  });
}

function interval({ lower, upper }: Estimate): string {
  if (!Number.isFinite(lower)) return noValue;
  return `${formatSigned(lower, 1)} to ${formatSigned(upper, 1)}`;
}
