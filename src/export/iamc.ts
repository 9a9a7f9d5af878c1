// Lays yearly results out as the Integrated Assessment Modeling Consortium does, for pyam and scenario databases.

// Layout: model, scenario, region, variable, unit, then a column for each year
// (https://pyam-iamc.readthedocs.io/en/stable/data.html).

import { countryName } from '../results/country-names.ts';
import type { Column, NumberColumn, Table } from '../results/table.ts';
import { createTableBuilder } from '../results/table-builder.ts';

/** What the parts of a variable's name are, from the outside in. */
const variableNames: Readonly<Record<string, string>> = {
  dispatched: 'Freight|Dispatched',
  share: 'Freight|Share',
  generalised_cost: 'Freight|Generalised Cost',
  transit_time: 'Freight|Transit Time',
  change: 'Freight|Change',
  transit: 'Transit|Tonnes',
  transit_revenue: 'Transit|Revenue',
  change_transit: 'Transit|Change of Tonnes',
  change_transit_revenue: 'Transit|Change of Revenue',
};

/** Amounts of a year are rates. */
const yearlyUnits: Readonly<Record<string, string>> = { t: 't/yr', USD: 'USD/yr' };

/** Statistics that have variables of their own, and what their names end in. */
const statistics = [
  ['mean', ''],
  ['ci_low', '|95% Interval Low'],
  ['ci_high', '|95% Interval High'],
] as const;

/**
 * The years of corridors (region World) and of countries. Variables of which no year has a value are left out.
 * @param corridors the tables `corridors` and `countries`
 */
export function iamcTable(corridors: Table, countries: Table, years: readonly string[]): Table {
  const table = createTableBuilder('iamc', [
    'model',
    'scenario',
    'region',
    'variable',
    'unit',
    ...years,
  ]);
  const series = new Map<string, { texts: string[]; values: number[] }>();
  for (const source of [corridors, countries]) {
    const column = (name: string) => source.columns.find((item) => item.name === name);
    for (let row = 0; row < source.rowCount; row++) {
      const at = years.indexOf(textOf(column('period'), row));
      if (at < 0) continue;
      for (const [statistic, ending] of statistics) {
        const texts = textsOf(column, row, ending);
        const key = texts.join('\n');
        if (!series.has(key)) series.set(key, { texts, values: years.map(() => NaN) });
        series.get(key)!.values[at] = (column(statistic) as NumberColumn).values[row];
      }
    }
  }
  for (const { texts, values } of series.values())
    if (!values.every(Number.isNaN)) table.add(texts, values);
  return table.build();
}

function textsOf(
  column: (name: string) => Column | undefined,
  row: number,
  ending: string,
): string[] {
  const corridor = column('corridor');
  const name = variableNames[textOf(column('variable'), row)] ?? textOf(column('variable'), row);
  const unit = textOf(column('unit'), row);
  return [
    'cargoflow',
    textOf(column('scenario'), row),
    corridor ? 'World' : countryName(textOf(column('country'), row)),
    `${name}${corridor ? `|${textOf(corridor, row)}` : ''}${ending}`,
    yearlyUnits[unit] ?? unit,
  ];
}

function textOf(column: Column | undefined, row: number): string {
  return String(column!.values[row]);
}
