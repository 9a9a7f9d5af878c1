// Lists where every number of a scenario comes from, and reports the numbers that do not say so.

import type { Provenance } from '../model/scenario.ts';
import type { NameTable } from './names.ts';
import type { Problem } from './problem.ts';
import { catalogueOf, provenanceOf } from './provenance.ts';
import type { World } from './set.ts';
import { itemsOf, type MapTree, type Tree, textOf, treeAt } from './tree.ts';

/** Items whose numbers need a source, and the keys that name an item in its list. */
interface Group {
  readonly list: Tree | undefined;
  /** Path of the list in its file, empty for a table. */
  readonly path: string;
  readonly nameKeys: readonly string[];
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
    { list: study.nodes, path: '', nameKeys: ['node_id'] },
    { list: study.links, path: '', nameKeys: ['link_id'] },
    { list: part(study.rates, 'speeds'), path: 'speeds.', nameKeys: ['mode', 'country'] },
    { list: part(study.rates, 'tariffs'), path: 'tariffs.', nameKeys: ['mode', 'country'] },
    { list: part(study.rates, 'transfers'), path: 'transfers.', nameKeys: ['between'] },
    { list: part(study.rates, 'calendars'), path: 'calendars.', nameKeys: ['id'] },
    { list: corridorsWithNumbers(study.corridors), path: 'corridors.', nameKeys: ['id'] },
    { list: part(study.commodities, 'commodities'), path: 'commodities.', nameKeys: ['id'] },
    { list: part(study.demand, 'inputs'), path: 'inputs.', nameKeys: ['id'] },
    { list: part(study.demand, 'flows'), path: 'flows.', nameKeys: ['id'] },
    { list: part(scenario, 'events'), path: 'events.', nameKeys: ['id'] },
  ];
  const provenance = groups.flatMap(({ list, path, nameKeys }) =>
    itemsOf(list).map((item) =>
      provenanceOf(
        item,
        subjectOf(item, path + nameOf(item, nameKeys)),
        sources,
        catalogue,
        problems,
      ),
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

function nameOf(item: Tree, keys: readonly string[]): string {
  const words = keys.flatMap((key) => {
    const part = treeAt(item, [key]);
    if (part?.kind !== 'list') return textOf(item, key) ?? [];
    return part.items.flatMap((word) => (word.kind === 'scalar' ? String(word.value) : []));
  });
  return words.join('-');
}
