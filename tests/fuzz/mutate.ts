// Damages the text of a study file as people do: a slip of the finger, a wrong unit, a line lost, an indent broken.

import { percentName, units } from '../../src/scenario/units.ts';

/** What is done to a file; the numbers choose the place and the way. */
export interface Mutation {
  readonly kind: keyof typeof mutators;
  readonly place: number;
  readonly way: number;
}

/** The text after a mutation; undefined when it has nothing that the mutation could be made on. */
export function mutate(text: string, { kind, place, way }: Mutation): string | undefined {
  return mutators[kind](text, place, way);
}

type Mutator = (text: string, place: number, way: number) => string | undefined;

const mutators = {
  'key renamed': (text, place, way) =>
    onMatch(text, /[A-Za-z_]{2,}(?=:(?: |$))/gm, place, typo(way)),
  'column renamed': (text, place, way) => {
    const [header, ...rows] = text.split('\n');
    const changed = onMatch(header, /[a-z_]{2,}/g, place, typo(way));
    return changed === undefined ? undefined : [changed, ...rows].join('\n');
  },
  'name misspelt': (text, place, way) =>
    onMatch(text, /(?<=[[, ])[A-Za-z][\w-]{2,}(?=[\],\n])/g, place, typo(way)),
  'values swapped': swapValues,
  'number changed': (text, place, way) =>
    onMatch(text, /(?<![\w.-])\d+(?:\.\d+)?(?![\w.-])/g, place, (number) =>
      otherNumber(number, way),
    ),
  'unit changed': (text, place, way) =>
    onMatch(text, unitPattern, place, () => pick(unitNames, way)),
  'unit in other letters': (text, place, way) =>
    onMatch(text, unitPattern, place, (unit) =>
      way % 2 === 0 ? unit.toUpperCase() : unit.toLowerCase(),
    ),
  'unit lost': (text, place) => onMatch(text, unitPattern, place, () => ''),
  'indentation broken': (text, place, way) =>
    onLine(text, place, (line) =>
      way % 2 === 0 ? `${' '.repeat((way % 3) + 1)}${line}` : line.replace(/^ {1,2}/, ''),
    ),
  'tab for indentation': (text, place) => onLine(text, place, (line) => line.replace(/^ +/, '\t')),
  'line cut': (text, place) => onLine(text, place, () => undefined),
  'line doubled': (text, place) => onLine(text, place, (line) => `${line}\n${line}`),
  'line cut short': (text, place, way) =>
    onLine(text, place, (line) => line.slice(0, way % (line.length + 1))),
  'file cut short': (text, place) => text.slice(0, place % text.length),
  'sign put in': (text, place, way) => {
    const offset = place % (text.length + 1);
    return text.slice(0, offset) + pick(signs, way) + text.slice(offset);
  },
  'piece cut out': (text, place, way) => {
    const offset = place % text.length;
    return text.slice(0, offset) + text.slice(offset + 1 + (way % 12));
  },
} satisfies Record<string, Mutator>;

export const mutationKinds = Object.keys(mutators) as readonly Mutation['kind'][];

const unitNames = [...units.keys()].map((name) => (name === percentName ? '%' : name));
const unitPattern =
  /(?<=\d |unit: "?|\/)(?:kg|t|kt|Mt|USD|km|h|d|days?|weeks?|months?|yr|years|%)(?![\w-])/g;
const signs = [
  ...[
    ':',
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ' #',
    '&a ',
    '*a',
    '!t ',
  ],
  ...[
    '? ',
    '|',
    '>',
    '%',
    '~',
    'null',
    '-',
    '.',
    '1e999',
    '0x1F',
    '(',
    '^',
    '<<: ',
    '__proto__: ',
    'é',
    '\u0000',
  ],
];

function typo(way: number): (word: string) => string {
  return (word) => {
    const at = way % word.length;
    switch (way % 5) {
      case 0:
        return word.slice(0, at) + word.slice(at + 1);
      case 1:
        return word.slice(0, at) + word[at] + word.slice(at);
      case 2:
        return `${word}s`;
      case 3:
        return word.slice(0, at) + (word[at] === 'x' ? 'y' : 'x') + word.slice(at + 1);
      default:
        return word.toUpperCase() === word ? word.toLowerCase() : word.toUpperCase();
    }
  };
}

function otherNumber(number: string, way: number): string {
  return pick(
    [`${number}0`, `-${number}`, `${Number(number) + 1}`, '0', `0${number}`, `${number}.5`],
    way,
  );
}

/** Swaps the values of two lines that have a key each. */
function swapValues(text: string, place: number, way: number): string | undefined {
  const lines = text.split('\n');
  const keyed = [...lines.keys()].filter((index) => /^ *(- )?[a-z_]+: \S/.test(lines[index]));
  if (keyed.length < 2) return undefined;
  const first = keyed[place % keyed.length];
  const second = keyed[(place + 1 + (way % (keyed.length - 1))) % keyed.length];
  const [a, b] = [first, second].map((index) => lines[index].split(/(?<=:) (.*)/s));
  lines[first] = `${a[0]} ${b[1]}`;
  lines[second] = `${b[0]} ${a[1]}`;
  return lines.join('\n');
}

function onMatch(
  text: string,
  pattern: RegExp,
  place: number,
  change: (found: string) => string,
): string | undefined {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  const { 0: found, index } = matches[place % matches.length];
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function onLine(
  text: string,
  place: number,
  change: (line: string) => string | undefined,
): string | undefined {
  const lines = text.split('\n');
  const index = place % lines.length;
  const changed = change(lines[index]);
  return [
    ...lines.slice(0, index),
    ...(changed === undefined ? [] : [changed]),
    ...lines.slice(index + 1),
  ].join('\n');
}

function pick<Item>(items: readonly Item[], way: number): Item {
  return items[way % items.length];
}
