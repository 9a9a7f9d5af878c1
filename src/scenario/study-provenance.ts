// Lists where every number of a scenario comes from, and reports the numbers that do not say so.

import type { Provenance } from '../model/scenario.ts';
import { itemName } from './item-name.ts';
import type { NameTable } from './names.ts';
import type { Problem } from './problem.ts';
import { catalogueOf, provenanceOf } from './provenance.ts';
import type { World } from './set.ts';
import { itemsOf, type MapTree, type Tree, treeAt } from './tree.ts';

/** Items whose numbers need a source. */
interface Group {
  readonly list: Tree | undefined;
  /** Path of the list in its file, empty for a table. */
  readonly path: string;
}

/** Where the numbers come from, in the order of the files. */
export function studyProvenance(
  { study, scenario }: World,
  sources: NameTable,
  problems: Problem[],
): Provenance[] {
  const catalogue = catalogueOf(study.sources);
  const part = (tree: Tree | undefined, key: string) => tree && treeAt(tree, [key]);
  const groups: Group[] = [
    { list: study.nodes, path: '' },
    { list: study.links, path: '' },
    { list: part(study.rates, 'speeds'), path: 'speeds.' },
    { list: part(study.rates, 'tariffs'), path: 'tariffs.' },
    { list: part(study.rates, 'transfers'), path: 'transfers.' },
    { list: part(study.rates, 'calendars'), path: 'calendars.' },
    { list: corridorsWithNumbers(study.corridors), path: 'corridors.' },
    { list: part(study.commodities, 'commodities'), path: 'commodities.' },
    { list: part(study.demand, 'inputs'), path: 'inputs.' },
    { list: part(study.demand, 'flows'), path: 'flows.' },
    { list: part(scenario, 'events'), path: 'events.' },
    { list: part(scenario, 'correlations'), path: 'correlations.' },
  ];
  const provenance = groups.flatMap(({ list, path }) =>
    itemsOf(list).map((item) =>
      provenanceOf(item, subjectOf(item, path + itemName(item)), sources, catalogue, problems),
    ),
  );
  const behaviour = part(scenario, 'behaviour');
  if (behaviour?.kind === 'map') {
    const subject = subjectOf(behaviour, 'behaviour');
    provenance.push(provenanceOf(behaviour, subject, sources, catalogue, problems));
  }
  return provenance.filter((entry) => entry !== undefined);
}

/** Of the corridors, those with a constant need a source; the others may have one. */
function corridorsWithNumbers(corridors: Tree | undefined): Tree | undefined {
  const list = corridors && treeAt(corridors, ['corridors']);
  if (list?.kind !== 'list') return undefined;
  const keys = ['constant', 'source', 'assumption'];
  const says = (item: Tree): item is MapTree =>
    item.kind === 'map' && keys.some((key) => item.entries.has(key));
  return { ...list, items: list.items.filter(says) };
}

/** `demand.yaml flows.kaz-afg-grain` */
function subjectOf(item: Tree, name: string): string {
  return `${item.place.source.file.split('/').at(-1)} ${name}`;
}
