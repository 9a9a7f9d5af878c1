// Builds the commodities of a study.

import type { Commodity } from '../model/demand.ts';
import { type Problem, problemAt } from './problem.ts';
import { readTree } from './read-tree.ts';
import { commoditiesSchema } from './schema-study.ts';
import type { Study } from './study-files.ts';
import { placeAt } from './tree.ts';

/** The commodities; undefined when some have problems, which are reported. */
export function buildCommodities(study: Study, problems: Problem[]): Commodity[] | undefined {
  const reading = readTree(commoditiesSchema, study.commodities, problems);
  if (!reading) return undefined;
  const commodities = reading.value.commodities.map((fields, index): Commodity => {
    if (fields.corridor_scale > fields.route_scale) {
      const place = placeAt(reading.tree, ['commodities', index, 'corridor_scale']);
      problems.push(problemAt(place, 'out-of-range', 'must be at most route_scale'));
    }
    return {
      id: fields.id,
      name: fields.name,
      valuePerTonne: fields.value,
      valueOfTimePerTonneDay: fields.value_of_time,
      routeScale: fields.route_scale,
      corridorScale: fields.corridor_scale,
      tariffFactors: fields.tariff_factors,
    };
  });
  return reading.complete ? commodities : undefined;
}
