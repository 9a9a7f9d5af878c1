// Puts an explanation into words and columns of numbers that add up as they are printed.

import { formatNumber, formatSigned } from '../report/format.ts';
import { corridorName, nodeName } from '../report/names.ts';
import type { StudySummary } from '../results/study-summary.ts';
import type { Route } from './cargo.ts';
import type { CorridorChange, Explanation, ShareResponse } from './explanation.ts';
import { roundToSum } from './shared-rounding.ts';

/** The explanation for people, as plain text. */
export function explanationText(summary: StudySummary, explanation: Explanation): string {
  const { responses } = explanation;
  return `${[
    headline(summary, explanation),
    '',
    ...costLines(explanation),
    '',
    ...tonneLines(summary, explanation),
    ...(responses.length > 0 ? ['', ...responseLines(summary, explanation)] : []),
  ].join('\n')}\n`;
}

function headline(
  summary: StudySummary,
  { scenario, baseline, selection, flows, total }: Explanation,
): string {
  const { origin, destination, commodity, corridor } = selection;
  const commodityName = summary.commodities.find(({ id }) => id === commodity)?.name ?? commodity;
  const what = [
    commodityName ?? 'all cargo',
    ...(origin === undefined ? [] : [`from ${nodeName(summary, origin)}`]),
    ...(destination === undefined ? [] : [`to ${nodeName(summary, destination)}`]),
    ...(corridor === undefined ? [] : [`by ${corridorName(summary, corridor)}`]),
  ].join(' ');
  const change = total.after - total.before;
  const direction = change >= 0 ? 'more' : 'less';
  return (
    `${what} (${flows} ${flows === 1 ? 'flow' : 'flows'}), ${scenario} against ${baseline}, whole horizon: ` +
    `a shipped tonne costs ${Math.abs(change).toFixed(2)} USD ${direction}.`
  );
}

/** Cost before and after, each term; before + by cost + by mix = after on every line, and the lines add up. */
function costLines({ terms, total }: Explanation): string[] {
  const before = roundToSum(
    terms.map((term) => term.before),
    2,
  );
  const cost = roundToSum(
    terms.map((term) => term.cost),
    2,
  );
  const mix = roundToSum(
    terms.map((term) => term.mix),
    2,
  );
  const hasMix = total.mix !== 0 && mix.some((value) => value !== 0);
  const row = (name: string, values: readonly number[]) =>
    hasMix ? [name, ...values.map(cents)] : [name, ...[values[0], values[1], values[3]].map(cents)];
  const after = terms.map((_, at) => before[at] + cost[at] + (hasMix ? mix[at] : 0));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return [
    ...columns([
      hasMix ? ['USD/t', 'before', 'cost', 'mix', 'after'] : ['USD/t', 'before', 'change', 'after'],
      ...terms.map(({ term }, at) => row(term, [before[at], cost[at], mix[at], after[at]])),
      row('generalised cost', [sum(before), sum(cost), sum(mix), sum(after)]),
    ]),
    ...(hasMix
      ? [
          'cost: the same cargo on the same corridors costs more or less; mix: other cargo, or other corridors.',
        ]
      : []),
  ];
}

/** Tonnes by corridor, and the largest route on each side where it changed or carries most. */
function tonneLines(summary: StudySummary, { corridors }: Explanation): string[] {
  const moved = corridors.filter(({ before, after }) => Math.round(before) !== Math.round(after));
  const shown =
    moved.length > 0 ? moved.slice(0, mostCorridors) : corridors.slice(0, mostCorridors);
  return [
    ...columns([
      ['tonnes', 'before', 'change', 'after'],
      ...shown.map(({ corridor, before, after }) => [
        corridorName(summary, corridor),
        formatNumber(before, 0),
        formatSigned(Math.round(after) - Math.round(before), 0),
        formatNumber(after, 0),
      ]),
    ]),
    ...(moved.length > shown.length ? [`and ${moved.length - shown.length} corridors more`] : []),
    '',
    ...shown.flatMap((corridor) => routeLines(summary, corridor)),
  ];
}

const mostCorridors = 12;

function routeLines(
  summary: StudySummary,
  { corridor, routeBefore, routeAfter }: CorridorChange,
): string[] {
  const name = corridorName(summary, corridor);
  const [before, after] = [routeBefore, routeAfter].map(
    (route) => route && routeText(summary, route),
  );
  if (before === undefined && after === undefined) return [];
  if (before === after) return [`${name}, main route: ${before}`];
  return [
    `${name}, main route before: ${before ?? 'none'}`,
    `${name}, main route after: ${after ?? 'none'}`,
  ];
}

/** Places in order of travel, with the mode wherever it changes. */
function routeText(summary: StudySummary, { origin, links }: Route): string {
  let place = origin;
  let mode = '';
  const steps = links.map((id) => {
    const link = summary.links.find((item) => item.id === id);
    if (!link) return ` > ${id}`;
    place = link.from === place ? link.to : link.from;
    const changes = link.mode !== mode;
    mode = link.mode;
    return ` ${changes ? `-${mode}-` : '-'}> ${nodeName(summary, place)}`;
  });
  return nodeName(summary, origin) + steps.join('');
}

function responseLines(summary: StudySummary, { responses, corridorScale }: Explanation): string[] {
  const reference = corridorName(summary, responses[0].reference);
  return [
    `Shares. By the logit between corridors, ln(P(n) / P(r)) = -mu (C(n) - C(r)) with mu = ${corridorScale} t/USD:`,
    `a corridor whose cost rises by d against ${reference} loses mu d of the logarithm of its odds against it.`,
    ...[...responses]
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
      .slice(0, mostCorridors)
      .map((response) => responseText(summary, response)),
    'residual: several routes in a corridor, contracts that end slowly, bans, and means over time and replications.',
  ];
}

function responseText(summary: StudySummary, response: ShareResponse): string {
  const { corridor, terms, residual } = response;
  const values = roundToSum([...terms.map(({ value }) => value), residual], 3);
  const parts = terms
    .map(({ term }, at) => `${term} ${signedFixed(values[at], 3)}`)
    .filter((_, at) => values[at] !== 0);
  const change = values.reduce((sum, value) => sum + value, 0);
  return `  ${corridorName(summary, corridor)}: ${signedFixed(change, 3)} = ${[...parts, `residual ${signedFixed(values[terms.length], 3)}`].join(', ')}`;
}

function cents(value: number): string {
  // Sums of cents are whole cents but for rounding; no minus before a zero.
  return (Math.round(value * 100) / 100 + 0).toFixed(2);
}

function signedFixed(value: number, decimals: number): string {
  const text = (value + 0).toFixed(decimals);
  return value > 0 ? `+${text}` : text;
}

/** The first column flush left, the others flush right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]),
      )
      .join('  '),
  );
}
