// Reads the observations of a study, and reports every name that its network does not have.

import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import { type ReadText, readSource } from './input-file.ts';
import { isKnown, type NameTable } from './names.ts';
import type { Problem } from './problem.ts';
import { catalogueOf, provenanceOf } from './provenance.ts';
import { type Reading, readTree } from './read-tree.ts';
import { observedSchema } from './schema-observed.ts';
import { placeAt, treeAt } from './tree.ts';
import { parseYaml } from './yaml-tree.ts';

type Fields = Reading<ReturnType<typeof observedSchema.parse>>;

/**
 * The observations of a file; undefined when it cannot be read.
 * @param baseline scenario whose network they are counted on
 */
export function readObserved(
  file: string,
  baseline: Scenario,
  readText: ReadText,
  problems: Problem[],
): Observation[] | undefined {
  const source = readSource(file, readText, problems, { missing: 'there is no such file' });
  const tree = source && parseYaml(source, problems);
  const reading = readTree(observedSchema, tree, problems);
  if (!reading) return undefined;
  checkNames(reading, baseline, problems);
  return reading.value.observations.map(({ tonnes, on, fit, note, ...rest }) => ({
    id: rest.id,
    title: rest.title,
    tonnesPerYear: tonnes,
    error: rest.error,
    on: { ...on, transit: on.transit },
    fittedCorridor: fit,
    note: note ?? '',
  }));
}

const singular = { nodes: 'node', links: 'link', corridors: 'corridor' } as const;

function checkNames({ value, tree }: Fields, baseline: Scenario, problems: Problem[]): void {
  const { nodes, links, corridors } = baseline.network;
  const table = (items: readonly { id: string; name: string }[]): NameTable =>
    new Map(items.map(({ id, name }) => [id, name]));
  const tables = { nodes: table(nodes), links: table(links), corridors: table(corridors) };
  const countries: NameTable = new Map(nodes.map(({ country }) => [country, country]));
  const sources: NameTable = new Map(baseline.sources.map(({ key, title }) => [key, title]));
  value.observations.forEach(({ on, fit, id }, index) => {
    const at = (...path: PropertyKey[]) => placeAt(tree, ['observations', index, ...path]);
    for (const kind of ['nodes', 'links', 'corridors'] as const) {
      on[kind].forEach((name, place) => {
        isKnown(tables[kind], name, singular[kind], at('on', kind, place), problems);
      });
    }
    if (on.transit !== undefined)
      isKnown(countries, on.transit, 'country', at('on', 'transit'), problems);
    if (fit !== undefined) isKnown(tables.corridors, fit, 'corridor', at('fit'), problems);
    const item = treeAt(tree, ['observations', index]);
    const subject = `observed.yaml observations.${id}`;
    if (item) provenanceOf(item, subject, sources, catalogueOf(undefined), problems);
  });
}
