// The page docs/dump.md, from the descriptions of the arrays.

import type { ArrayField, ScalarField } from '../../src/dump/fields.ts';
import {
  choiceScalars,
  countFields,
  modelFields,
  partFields,
  timeScalars,
} from '../../src/dump/model-fields.ts';
import { resultFields, resultScalars, traceFields } from '../../src/dump/run-fields.ts';

const introduction = `# The dump of a replication

    cargoflow dump scenarios/trans-afghan/iran-conflict.yaml --replication 7 --trace --out dump

writes all that one replication is computed from and all that the engine makes of it, so that anyone can repeat the computation with another program. [model.md](model.md) states the computation; [bench/reference](../bench/reference/README.md) is a second implementation, in C, that reads these files.

| file | holds |
|---|---|
| \`model.json\` | the compiled model and the draws |
| \`results.json\` | what the run leaves behind |
| \`trace.ndjson\` | with \`--trace\`: the state after each step, one JSON object a line |

Replications are numbered from 0. The draws are those of the same replication of \`cargoflow run\` with the same seed and number of replications (\`--seed\`, \`--replications\`).

## Form
JSON. \`format\` is \`cargoflow model 1\` or \`cargoflow results 1\`, \`origin\` tells where the dump comes from, \`counts\` and \`labels\` how many of everything there are and their names, \`inputs\` the uncertain inputs with their draws. \`arrays\` is the last member: one array a line, with its \`type\` (\`float64\`, \`int32\`, \`uint8\`), \`shape\`, \`unit\`, \`meaning\` and \`values\`. Arrays of two dimensions stand row by row.

Numbers stand in the shortest form that reads back to the same double. JSON has no infinity: \`"Infinity"\` and \`"NaN"\` are strings.

A shape of \`cells + 1\` belongs to a start array: the members of cell c are entries start[c] … start[c + 1] − 1 of the list that its unit names. A unit such as \`route\` says that the values are numbers of routes, from 0; -1 is none. Legs are \`stages\` + \`routes\` in number. Amounts, events, effects, shut links and the lists have the length of their arrays.
`;

/** The whole page. */
export function dumpPage(): string {
  return [
    introduction,
    '## `model.json`',
    '### `counts`',
    table(
      ['name', 'counts'],
      Object.entries(countFields).map(([name, meaning]) => [code(name), meaning]),
    ),
    '### `scalars`',
    scalarTable({ ...prefixed('choice', choiceScalars), ...prefixed('time', timeScalars) }),
    '### `arrays`',
    arrayTable({
      ...Object.assign(
        {},
        ...Object.entries(partFields).map(([part, fields]) => prefixed(part, fields)),
      ),
      ...modelFields,
    }),
    '## `results.json`',
    '### `scalars`',
    scalarTable(resultScalars),
    '### `arrays`',
    arrayTable(resultFields),
    '## `trace.ndjson`',
    'One object for each step: `step`, its number, and these arrays, in the order in which they are computed.\n',
    arrayTable(traceFields),
  ].join('\n');
}

function arrayTable(fields: Readonly<Record<string, ArrayField>>): string {
  return table(
    ['name', 'shape', 'unit', 'meaning'],
    Object.entries(fields).map(([name, { shape, unit, meaning }]) => [
      code(name),
      shape.join(' × '),
      unit,
      meaning,
    ]),
  );
}

function scalarTable(fields: Readonly<Record<string, ScalarField>>): string {
  return table(
    ['name', 'unit', 'meaning'],
    Object.entries(fields).map(([name, { unit, meaning }]) => [code(name), unit, meaning]),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line), ''].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function prefixed<Field>(prefix: string, fields: object): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [`${prefix}.${key}`, field as Field]),
  );
}
