// Reads the uncertain numbers that several flows share: the `inputs` of `demand.yaml`.

import type * as z from 'zod';
import type { Distribution, UncertainInput } from '../model/uncertainty.ts';
import { distributionOf } from './distributions.ts';
import { reservedNames } from './formula-text.ts';
import { parseUnit } from './kinds.ts';
import { declared } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import { type Fault, fault, isFault, numberIn } from './quantity.ts';
import type { Reading } from './read-tree.ts';
import type { demandSchema } from './schema-study.ts';
import { itemsOf, placeAt, type Tree, textOf, treeAt } from './tree.ts';
import { type InputList, pushOnce, pushYearly } from './uncertain.ts';
import { type Dimension, dimensionLabel } from './units.ts';

type DemandFields = z.output<typeof demandSchema>;
type InputFields = NonNullable<DemandFields['inputs']>[number];

/** The shared inputs by id; undefined = it has problems, and nothing more can be said. */
export type SharedInputs = ReadonlyMap<string, SharedInput | undefined>;

/** A shared input. */
export interface SharedInput {
  readonly dimension: Dimension;
  readonly distribution: Distribution;
  /** Its inputs, one for each calendar year when it is drawn yearly, else one. */
  readonly inputs: readonly string[];
  readonly isYearly: boolean;
}

/** Name of a shared input in the scenario: `inputs.russia-south-asia`. */
function sharedInputName(id: string): string {
  return `inputs.${id}`;
}

/**
 * Adds the shared inputs to those of the scenario.
 * @param file  the whole file, with the items that have problems too
 * @param years calendar years that the horizon touches
 */
export function readSharedInputs(
  { value, tree }: Reading<DemandFields>,
  file: Tree,
  years: readonly number[],
  inputs: InputList,
  problems: Problem[],
): SharedInputs {
  const list = treeAt(file, ['inputs']);
  const ids = itemsOf(list).flatMap((item) => textOf(item, 'id') ?? []);
  const shared = new Map<string, SharedInput | undefined>(ids.map((id) => [id, undefined]));
  declared(list, 'id', 'input', problems);
  value.inputs?.forEach((fields, index) => {
    if (shared.get(fields.id)) return;
    const read = readInput(fields);
    if (isFault(read)) {
      const key =
        read.code === 'wrong-id' ? 'id' : read.code === 'wrong-distribution' ? '' : 'unit';
      const place = placeAt(tree, ['inputs', index, key]);
      problems.push(problemAt(place, read.code, read.message, read.hint));
      return;
    }
    const { input, dimension } = read;
    const { distribution } = input;
    const isYearly = fields.drawn === 'yearly';
    const names = isYearly ? pushYearly(input, years, inputs) : pushOnce(input, inputs);
    shared.set(fields.id, { dimension, distribution, inputs: names, isYearly });
  });
  return shared;
}

function readInput(fields: InputFields): { input: UncertainInput; dimension: Dimension } | Fault {
  if (reservedNames.has(fields.id)) {
    return fault('wrong-id', `"${fields.id}" means something else in a formula`);
  }
  const unit = parseUnit(fields.unit ?? '');
  if (isFault(unit)) return unit;
  const { dimension } = unit;
  const convert = (number: number) => numberIn({ ...unit, value: unit.value * number }, dimension);
  const distribution = distributionOf(fields, convert);
  if (isFault(distribution)) return distribution;
  if (distribution.low < 0) return fault('out-of-range', 'the numbers must be at least 0');
  const name = sharedInputName(fields.id);
  return { input: { name, unit: dimensionLabel(dimension), distribution }, dimension };
}
