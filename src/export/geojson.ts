// Writes the links with what they carry as GeoJSON (RFC 7946), for QGIS and other maps.

import type { StudySummary } from '../results/study-summary.ts';
import type { NumberColumn, Table, TextColumn } from '../results/table.ts';

/**
 * One line a link, straight from end to end. Properties: id, from, to, mode, status, and for each scenario
 * `tonnes_<scenario>`, the mean over the replications of the tonnes of both directions and all years, and
 * `change_<scenario>`, the same less the baseline's.
 * @param links the table `links`
 */
export function linksGeoJson(summary: StudySummary, links: Table): unknown {
  const places = new Map(
    summary.nodes.map(({ id, longitudeDegrees, latitudeDegrees }) => [
      id,
      [longitudeDegrees, latitudeDegrees],
    ]),
  );
  const tonnes = tonnesByLink(links);
  const names = summary.scenarios.map(({ name }) => name);
  const of = (scenario: string, link: string) => tonnes.get(`${scenario} ${link}`) ?? 0;
  return {
    type: 'FeatureCollection',
    features: summary.links.map(({ id, from, to, mode, status }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'LineString', coordinates: [places.get(from), places.get(to)] },
      properties: {
        id,
        from,
        to,
        mode,
        status,
        ...Object.fromEntries(names.map((name) => [`tonnes_${name}`, of(name, id)])),
        ...Object.fromEntries(
          names.slice(1).map((name) => [`change_${name}`, of(name, id) - of(names[0], id)]),
        ),
      },
    })),
  };
}

/** Sums of the means, which are the means of the sums. */
function tonnesByLink({ columns, rowCount }: Table): Map<string, number> {
  const texts = (name: string) =>
    (columns.find((column) => column.name === name) as TextColumn).values;
  const means = (columns.find(({ name }) => name === 'mean') as NumberColumn).values;
  const [scenarios, links] = [texts('scenario'), texts('link')];
  const sums = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const key = `${scenarios[row]} ${links[row]}`;
    sums.set(key, (sums.get(key) ?? 0) + means[row]);
  }
  return sums;
}
