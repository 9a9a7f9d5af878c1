// Reads what is published of journeys, and reports every name that the study does not have.

import type { PublishedJourney } from '../model/published.ts';
import type { Scenario } from '../model/scenario.ts';
import { type ReadText, readSource } from './input-file.ts';
import { isKnown } from './names.ts';
import type { Problem } from './problem.ts';
import { catalogueOf, provenanceOf } from './provenance.ts';
import { readTree } from './read-tree.ts';
import { publishedSchema } from './schema-published.ts';
import { placeAt, treeAt } from './tree.ts';
import { parseYaml } from './yaml-tree.ts';

/** The journeys of a file; undefined when it cannot be read. */
export function readPublished(
  file: string,
  { network, commodities, sources }: Scenario,
  readText: ReadText,
  problems: Problem[],
): PublishedJourney[] | undefined {
  const source = readSource(file, readText, problems, { missing: 'there is no such file' });
  const reading = readTree(publishedSchema, source && parseYaml(source, problems), problems);
  if (!reading) return undefined;
  const named = (items: readonly { id: string; name: string }[]) =>
    new Map(items.map(({ id, name }) => [id, name]));
  const nodes = named(network.nodes);
  const places = new Map([...nodes, ...named(network.links)]);
  const publications = new Map(sources.map(({ key, title }) => [key, title]));
  const journeys = new Map(reading.value.journeys.map(({ id, title }) => [id, title]));
  return reading.value.journeys.map((journey, index) => {
    const at = (...path: PropertyKey[]) => placeAt(reading.tree, ['journeys', index, ...path]);
    isKnown(nodes, journey.origin, 'node', at('origin'), problems);
    isKnown(nodes, journey.destination, 'node', at('destination'), problems);
    isKnown(named(commodities), journey.commodity, 'commodity', at('commodity'), problems);
    journey.via.forEach((id, place) => {
      isKnown(places, id, 'node or link', at('via', place), problems);
    });
    if (journey.than !== undefined) isKnown(journeys, journey.than, 'key', at('than'), problems);
    const item = treeAt(reading.tree, ['journeys', index])!;
    const subject = `published.yaml journeys.${journey.id}`;
    const origin = provenanceOf(item, subject, publications, catalogueOf(undefined), problems);
    return {
      ...journey,
      lengthKm: journey.length,
      days: journey.time,
      costPerTonne: journey.cost,
      than: journey.than ?? '',
      daysRatio: journey.time_ratio,
      costRatio: journey.cost_ratio,
      exception: journey.exception ?? '',
      sources: origin?.sources ?? [],
    };
  });
}
