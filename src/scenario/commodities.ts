// Builds the commodities of a study.

import type * as z from 'zod';
import type { Commodity } from '../model/demand.ts';
import type { Mode } from '../model/network.ts';
import { kindLabel, kinds } from './kinds.ts';
import { type Problem, problemAt } from './problem.ts';
import { readTree } from './read-tree.ts';
import type { UncertainNumber } from './schema-fields.ts';
import { commoditiesSchema } from './schema-study.ts';
import type { Study } from './study-files.ts';
import { placeAt } from './tree.ts';
import { type DrawnNumbers, highest, lowest, worldNumber } from './uncertain.ts';

type CommodityFields = z.output<typeof commoditiesSchema>['commodities'][number];

/** The commodities; undefined when some have problems, which are reported. */
export function buildCommodities(
  study: Study,
  drawn: DrawnNumbers,
  problems: Problem[],
): Commodity[] | undefined {
  const reading = readTree(commoditiesSchema, study.commodities, problems);
  if (!reading) return undefined;
  const commodities = reading.value.commodities.map((fields, index): Commodity => {
    if (highest(fields.corridor_scale) > lowest(fields.route_scale)) {
      const place = placeAt(reading.tree, ['commodities', index, 'corridor_scale']);
      problems.push(problemAt(place, 'out-of-range', 'must be at most route_scale'));
    }
    return commodityOf(fields, index, drawn);
  });
  return reading.complete ? commodities : undefined;
}

function commodityOf(fields: CommodityFields, index: number, drawn: DrawnNumbers): Commodity {
  const number = (key: keyof typeof numberFields) => {
    const { field, kind } = numberFields[key];
    const label = { name: `commodities.${fields.id}.${key}`, unit: kindLabel(kind) };
    return worldNumber(fields[key], { of: 'commodity', index, field }, label, drawn);
  };
  const factors = Object.entries(fields.tariff_factors) as [Mode, UncertainNumber][];
  return {
    id: fields.id,
    name: fields.name,
    valuePerTonne: number('value'),
    valueOfTimePerTonneDay: number('value_of_time'),
    routeScale: number('route_scale'),
    corridorScale: number('corridor_scale'),
    tariffFactors: Object.fromEntries(
      factors.map(([mode, factor]) => {
        const label = { name: `commodities.${fields.id}.tariff_factors.${mode}`, unit: '1' };
        return [mode, worldNumber(factor, { of: 'tariff factor', index, mode }, label, drawn)];
      }),
    ),
  };
}

const numberFields = {
  value: { field: 'valuePerTonne', kind: kinds.cost },
  value_of_time: { field: 'valueOfTimePerTonneDay', kind: kinds.valueOfTime },
  route_scale: { field: 'routeScale', kind: kinds.choiceScale },
  corridor_scale: { field: 'corridorScale', kind: kinds.choiceScale },
} as const;
