// Shows what transit each country wins or loses, in tonnes and in revenue.

import { countryName } from '../results/country-names.ts';
import { all } from '../results/keys.ts';
import type { ResultsFolder } from '../results/results-folder.ts';
import type { SummaryScenario } from '../results/study-summary.ts';
import { barCell, barScale } from './change-bar.ts';
import { formatRange, formatTonneChange, formatTonnes, moneyScale, tonneScale } from './format.ts';
import { dataTable, numberCell, numberHead, textHead } from './html-table.ts';
import { element, type Markup, text } from './markup.ts';
import { horizonName } from './names.ts';
import type { PageContext } from './page-context.ts';
import { type Estimate, estimateOf, indexRows, selectRows, spansZero } from './select.ts';

/** What a country's transit was and how it changes, over the whole horizon. */
export interface CountryChange {
  readonly name: string;
  readonly code: string;
  /** Tonnes. */
  readonly transit: Estimate;
  readonly transitChange: Estimate;
  /** USD. */
  readonly revenue: Estimate;
  readonly revenueChange: Estimate;
}

/** The countries whose transit changes, from the largest loss of revenue to the largest gain; none without the table. */
export function countryChanges(
  results: ResultsFolder,
  scenario: SummaryScenario,
): readonly CountryChange[] {
  const read = (name: string, variable: string) =>
    indexRows(selectRows(results, 'countries', name, { period: all, variable }), 'country');
  const transit = read(scenario.baseline, 'transit');
  const revenue = read(scenario.baseline, 'transit_revenue');
  const transitChange = read(scenario.name, 'change_transit');
  const revenueChange = read(scenario.name, 'change_transit_revenue');
  return [...revenueChange.keys()]
    .map((code) => ({
      name: capital(countryName(code)),
      code,
      transit: estimateOf(transit.get(code)),
      transitChange: estimateOf(transitChange.get(code)),
      revenue: estimateOf(revenue.get(code)),
      revenueChange: estimateOf(revenueChange.get(code)),
    }))
    .filter(({ revenueChange: { mean } }) => Number.isFinite(mean) && mean !== 0)
    .sort((a, b) => a.revenueChange.mean - b.revenueChange.mean);
}

function capital(name: string): string {
  return name.replace(/^the /, '').replace(/^./, (letter) => letter.toUpperCase());
}

/** The part of one scenario; empty without the table. */
export function countryPart({ results, detail }: PageContext, scenario: SummaryScenario): Markup {
  if (!results.tables.has('countries')) return '';
  const changes = countryChanges(results, scenario);
  if (changes.length === 0) return element('p', {}, text('No country gains or loses transit.'));
  const sizes = changes.map(({ revenueChange }) => Math.abs(revenueChange.mean));
  const least = [...sizes].sort((a, b) => b - a)[detail.tableRows - 1] ?? 0;
  const shown = changes.filter((_, index) => sizes[index] >= least);
  const left = changes.length - shown.length;
  const others = left > 0 ? ` ${left} more countries are in countries.csv.` : '';
  return (
    countryTable(shown, `Transit through each country, ${horizonName(results.summary)}`) +
    element(
      'p',
      { class: 'note' },
      text(
        `Transit: tonnes that touch the country and neither begin nor end in it. Revenue: the tariffs, fees and transfers of those tonnes that arise in the country, whoever is paid. Bar: change of revenue; thin line: nine runs in ten. Grey rows: the 95 % interval holds zero.${others}`,
      ),
    )
  );
}

function countryTable(rows: readonly CountryChange[], caption: string): Markup {
  const tonnes = tonneScale(rows.map(({ transit }) => transit.mean));
  const tonneChanges = tonneScale(rows.map(({ transitChange }) => transitChange.mean));
  const money = moneyScale(rows.map(({ revenue }) => revenue.mean));
  const moneyChanges = moneyScale(rows.map(({ revenueChange }) => revenueChange.mean));
  const place = barScale(rows.map(({ revenueChange }) => revenueChange));
  return dataTable({
    caption,
    head: [
      textHead('Country'),
      numberHead(`Transit in the baseline, ${tonnes.unit}`),
      numberHead(`Change, ${tonneChanges.unit}`),
      numberHead('95 % interval'),
      numberHead(`Revenue in the baseline, ${money.unit}`),
      numberHead(`Change, ${moneyChanges.unit}`),
      numberHead('95 % interval'),
      textHead('', 'Change of revenue as a bar'),
    ],
    rows: rows.map(({ name, transit, transitChange, revenue, revenueChange }) => {
      const direction = revenueChange.mean < 0 ? 'loss' : 'gain';
      const interval = ({ lower, upper }: Estimate, scale: typeof tonnes) =>
        numberCell(formatRange(lower, upper, scale, formatTonneChange));
      return {
        className: spansZero(revenueChange) ? 'unclear' : '',
        heading: text(name),
        cells: [
          numberCell(formatTonnes(transit.mean, tonnes)),
          numberCell(formatTonneChange(transitChange.mean, tonneChanges)),
          interval(transitChange, tonneChanges),
          numberCell(formatTonnes(revenue.mean, money)),
          element(
            'td',
            { class: direction },
            text(formatTonneChange(revenueChange.mean, moneyChanges)),
          ),
          interval(revenueChange, moneyChanges),
          barCell(revenueChange, direction, place),
        ],
      };
    }),
  });
}
