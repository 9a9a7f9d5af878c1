// Finds out where the numbers of a study come from, and reports those that do not say so.

import type * as z from 'zod';
import type { Provenance, Source } from '../model/scenario.ts';
import { type Catalogue, gradeNumbers } from './grade-numbers.ts';
import { isKnown, type NameTable } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { sourcesSchema } from './schema-sources.ts';
import { placeAt, plainValue, type Tree, textOf, treeAt } from './tree.ts';

const assumptionPrefix = /^assumption:\s*(?=\S)/;
const advice = 'write source: [key] or assumption: why';
const bothAdvice = `${advice}; a scenario takes the other away with \`source: null\``;

/**
 * Where the numbers of an item come from; undefined when it does not say. Not saying it is a problem.
 * @param subject   file and path of the item, for instance `demand.yaml flows.kaz-afg-grain`
 * @param catalogue what `sources.yaml` says, to grade the numbers by
 */
export function provenanceOf(
  item: Tree,
  subject: string,
  sources: NameTable,
  catalogue: Catalogue,
  problems: Problem[],
): Provenance | undefined {
  const written = treeAt(item, ['source']);
  const cell = textOf(item, 'source') ?? '';
  if (assumptionPrefix.test(cell)) {
    return graded(item, subject, [], cell.replace(assumptionPrefix, ''), catalogue);
  }
  const keys = written ? keysOf(written) : [];
  const assumption = textOf(item, 'assumption') ?? '';
  if (keys.length === 0 && assumption === '') {
    problems.push(problemAt(item.place, 'missing-source', 'these numbers have no source', advice));
    return undefined;
  }
  if (keys.length > 0 && assumption !== '') {
    const message = 'these numbers have both a source and an assumption';
    problems.push(problemAt(placeAt(item, ['assumption']), 'two-sources', message, bothAdvice));
  }
  for (const { key, tree } of keys) isKnown(sources, key, 'source', tree.place, problems);
  const names = keys.map(({ key }) => key);
  return graded(item, subject, names, assumption, catalogue);
}

function graded(
  item: Tree,
  subject: string,
  sources: readonly string[],
  assumption: string,
  catalogue: Catalogue,
): Provenance {
  const known = catalogue.graded.get(item);
  const numbers = known ?? gradeNumbers(item, { sources, assumption, catalogue });
  catalogue.graded.set(item, numbers);
  return { subject, sources, assumption, numbers };
}

/** The published sources, in the order of the file. */
export function sourceList(fields: z.output<typeof sourcesSchema>): Source[] {
  return Object.entries(fields.sources).map(([key, { title, publisher, date, address }]) => ({
    key,
    title,
    publisher: publisher ?? '',
    date: date ?? '',
    address: address ?? '',
  }));
}

/** Several scenarios share the sources of their study. */
const catalogues = new WeakMap<Tree, Catalogue>();

/** What the trees of a study say of its sources, as far as it can be read; the schema reports the rest. */
export function catalogueOf(sources: Tree | undefined): Catalogue {
  const known = sources && catalogues.get(sources);
  if (known) return known;
  const fields = sources && sourcesSchema.safeParse(plainValue(sources)).data;
  const catalogue = {
    keys: new Set(Object.keys(fields?.sources ?? {})),
    ranges: new Map(
      Object.entries(fields?.ranges ?? {}).flatMap(([key, range]) => (range ? [[key, range]] : [])),
    ),
    graded: new WeakMap(),
  };
  if (sources) catalogues.set(sources, catalogue);
  return catalogue;
}

/** One key, or a list of keys; whatever is no text is left to the schema. */
function keysOf(written: Tree): { key: string; tree: Tree }[] {
  const trees = written.kind === 'list' ? written.items : [written];
  return trees.flatMap((tree) =>
    tree.kind === 'scalar' && typeof tree.value === 'string' ? [{ key: tree.value, tree }] : [],
  );
}
