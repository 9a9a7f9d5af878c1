// Reads the text of a formula into a syntax tree whose parts know where they stand.

import { createRequire } from 'node:module';
import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode } from 'mathjs';
import { nearestHint } from './nearest.ts';
import { type Fault, fault } from './quantity.ts';
import { percentName, units } from './units.ts';

/** A formula that has been read but not yet worked out. */
export interface Formula {
  readonly node: MathNode;
  /** Ids of the study that occur in it, by the symbol that stands for each. */
  readonly ids: ReadonlyMap<string, string>;
  /** Characters of the text before each part of the tree. */
  readonly offsets: ReadonlyMap<MathNode, number>;
}

/** Names that an id cannot have, since they mean something in a formula. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...units.keys(),
  ...['year', 'month', 'min', 'max'],
]);

const longestFormula = 200;

/** Reads a formula in which the given ids of the study may occur. */
export function parseFormula(text: string, ids: readonly string[]): Formula | Fault {
  if (text.length > longestFormula) {
    return fault('wrong-formula', `longer than ${longestFormula} characters`);
  }
  const foreign = /[^\w .+*/^(),%-]/.exec(text);
  if (foreign) {
    const message = `"${foreign[0]}" has no meaning in a quantity`;
    return { ...fault('wrong-formula', message), offset: foreign.index };
  }
  const prepared = prepare(text, new Set(ids));
  const unknown = unknownHyphenated(text, ids);
  if (unknown) {
    const message = `"${unknown.word}" is not an input`;
    const hint = nearestHint(unknown.word, ids);
    return { ...fault('unknown-input', message, hint), offset: unknown.offset };
  }
  if (!/\d/.test(prepared.text)) return fault('wrong-formula', 'there is no number in it');
  const read = readTree(prepared.text);
  if ('node' in read) {
    return { node: read.node, ids: prepared.ids, offsets: offsetsOf(read.node, prepared) };
  }
  const message = `"${text}" cannot be read as a quantity`;
  const offset = originalOffset(prepared, read.index);
  return { ...fault('wrong-formula', message, read.hint), offset };
}

/** A text ready for the parser, and what became of the original text in it. */
interface Prepared {
  readonly text: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly replaced: readonly Replaced[];
}

/** A word that was replaced: its place in the prepared text, its start in the original, and what moved behind it. */
interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly moved: number;
}

/** Ids may contain hyphens, which would be read as minus signs: each becomes `$id0` and so on; % becomes a name. */
function prepare(text: string, known: ReadonlySet<string>): Prepared {
  const ids = new Map<string, string>();
  const replaced: Replaced[] = [];
  let moved = 0;
  const prepared = text.replace(/[A-Za-z]\w*(?:-\w+)*|%/g, (word, offset: number) => {
    if (word !== '%' && !known.has(word)) return word;
    const symbol = word === '%' ? ` ${percentName} ` : `$id${ids.size}`;
    if (word !== '%') ids.set(symbol, word);
    const from = offset + moved;
    moved += symbol.length - word.length;
    replaced.push({ from, to: from + symbol.length, start: offset, moved });
    return symbol;
  });
  return { text: prepared, ids, replaced };
}

/** Where a character of the prepared text stood. */
function originalOffset({ replaced }: Prepared, index: number): number {
  const last = replaced.findLast(({ from }) => from <= index);
  if (!last) return index;
  return index < last.to ? last.start : index - last.moved;
}

/** The first word with hyphens that is no id, and no difference of units and `year`. */
function unknownHyphenated(text: string, ids: readonly string[]) {
  for (const { 0: word, index } of text.matchAll(/[A-Za-z]\w*(?:-\w+)+/g)) {
    const parts = word.split('-');
    const isUnknown = parts.some((part) => /^[A-Za-z]/.test(part) && !reservedNames.has(part));
    if (isUnknown && !ids.includes(word)) return { word, offset: index };
  }
  return undefined;
}

/** From source, mathjs in one file, which loads faster than its entry; in the package, what the build made of `math-parser.ts`. */
const parserFile = import.meta.url.endsWith('.ts') ? 'mathjs/lib/browser/math.js' : '#math-parser';
let parseMath: ((text: string) => MathNode) | undefined;

/** A syntax tree, or where the text has none. */
type ReadTree = { readonly node: MathNode } | { readonly index: number; readonly hint: string };

function readTree(text: string): ReadTree {
  parseMath ??= createRequire(import.meta.url)(parserFile).parse as (text: string) => MathNode;
  try {
    return { node: parseMath(text) };
  } catch (error) {
    const { char = 1, message } = error as { char?: number; message: string };
    const isOpen = message.startsWith('Parenthesis');
    const hint = isOpen ? 'a bracket is not closed' : 'something is missing or too much here';
    return { index: Math.min(char - 1, text.trimEnd().length), hint };
  }
}

const tokens = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\$?[A-Za-z_]\w*|[-+*/^(),]/g;

/**
 * Where the parts of a tree stand. The parser does not say; but read from left to right, the tree has the words and
 * signs of the text in their order.
 */
function offsetsOf(root: MathNode, prepared: Prepared): ReadonlyMap<MathNode, number> {
  const words = [...prepared.text.matchAll(tokens)];
  const offsets = new Map<MathNode, number>();
  let next = 0;
  const take = (fits: (word: string) => boolean): number => {
    while (next < words.length - 1 && !fits(words[next][0])) next++;
    const index = words[next]?.index ?? 0;
    next++;
    return originalOffset(prepared, index);
  };
  const visit = (node: MathNode): void => {
    if (node.type === 'ConstantNode') {
      offsets.set(
        node,
        take((word) => isNumber(node as ConstantNode, word)),
      );
    } else if (node.type === 'SymbolNode') {
      offsets.set(
        node,
        take((word) => word === (node as unknown as { name: string }).name),
      );
    } else if (node.type === 'ParenthesisNode') {
      visit((node as ParenthesisNode).content);
    } else if (node.type === 'FunctionNode') {
      const { fn, args } = node as FunctionNode;
      offsets.set(
        node,
        take((word) => word === (fn as unknown as { name?: string }).name),
      );
      args.forEach(visit);
    } else if (node.type === 'OperatorNode') {
      visitOperator(node as OperatorNode);
    }
  };
  const visitOperator = (node: OperatorNode): void => {
    const [left, right] = node.args as [MathNode, MathNode | undefined];
    const sign = () =>
      offsets.set(
        node,
        take((word) => word === node.op),
      );
    if (!right) sign();
    visit(left);
    if (!right) return;
    if (!node.implicit) sign();
    visit(right);
    if (node.implicit) offsets.set(node, offsets.get(right) ?? 0);
  };
  visit(root);
  return offsets;
}

function isNumber({ value }: ConstantNode, word: string): boolean {
  return typeof value === 'number' ? Number(word) === value : word === String(value);
}
