// Finds how many tonnes of the base year each entry of a study bears on.

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Link } from '../model/network.ts';
import type { Scenario } from '../model/scenario.ts';

/**
 * Tonnes a year that depend on each entry, by the subject of its provenance: those that pass a node, move over a link, by
 * a mode and country, in a corridor, or are of a commodity or flow. Entries of events bear on no year in
 * particular and have no weight.
 * @param tonnes tonnes a year of each route [routes]
 */
export function entryTonnes(
  { network, flows }: Scenario,
  { routes, labels }: CompiledModel,
  tonnes: Float64Array,
): Map<string, number> {
  const weights = new Map<string, number>();
  const linkOf = new Map(network.links.map((link) => [link.id, link]));
  const countryOf = new Map(network.nodes.map(({ id, country }) => [id, country]));
  tonnes.forEach((amount, route) => {
    const arcs = [
      ...routes.routeArcs.subarray(routes.routeArcStart[route], routes.routeArcStart[route + 1]),
    ];
    const links = arcs.map((arc) => linkOf.get(labels.links[arc >> 1])!);
    const flow = flows[routes.routeCell[route]];
    const subjects = new Set([
      ...arcs.flatMap((arc) =>
        [labels.arcFrom[arc], labels.arcTo[arc]].map((id) => `node.csv ${id}`),
      ),
      ...links.map(({ id }) => `link.csv ${id}`),
      ...links.flatMap((link) => rateSubjects(link, countryOf)),
      ...transferSubjects(links),
      `corridors.yaml corridors.${labels.corridors[routes.groupCorridor[routes.routeGroup[route]]]}`,
      `commodities.yaml commodities.${flow.commodity}`,
      `demand.yaml flows.${flow.id}`,
      'baseline.yaml behaviour',
    ]);
    if (typeof flow.volumeTonnesPerYear === 'object')
      subjects.add(`demand.yaml ${flow.volumeTonnesPerYear.input}`);
    for (const subject of subjects) weights.set(subject, (weights.get(subject) ?? 0) + amount);
  });
  return weights;
}

/** Rates that the link may follow: of its mode in the countries at its ends, and of the mode in general. */
function rateSubjects({ mode, from, to }: Link, countryOf: ReadonlyMap<string, string>): string[] {
  const rows = [from, to].map((id) => `${mode}-${countryOf.get(id)}`);
  return ['speeds', 'tariffs'].flatMap((list) =>
    [mode, ...rows].map((row) => `rates.yaml ${list}.${row}`),
  );
}

/** Transfers where two links of a route differ in carrier. */
function transferSubjects(links: readonly Link[]): string[] {
  const carriers = links.map(({ mode, gaugeMm }) => [mode, `${mode}-${gaugeMm}`]);
  return carriers
    .slice(1)
    .flatMap((after, index) =>
      carriers[index].flatMap((one) =>
        after.flatMap((other) => [
          `rates.yaml transfers.${one}-${other}`,
          `rates.yaml transfers.${other}-${one}`,
        ]),
      ),
    );
}
