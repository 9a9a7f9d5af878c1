// Reads quantities and formulas such as `12 Mt/yr * 1.03^(year - 2026)`, allowing nothing but arithmetic.

import { createRequire } from 'node:module';
import type {
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { nearestHint } from './nearest.ts';
import {
  add,
  divide,
  type Fault,
  fault,
  isFault,
  multiply,
  numberQuantity,
  type Quantity,
  raise,
  smallest,
  unitQuantity,
} from './quantity.ts';
import { type Dimension, percentName, unitAdvice, units } from './units.ts';

/** A formula that has been read but not yet worked out. */
export interface Formula {
  readonly node: MathNode;
  /** Uncertain inputs that occur in it, by the symbol that stands for each. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** What the names in a formula stand for. */
export interface Scope {
  /** Calendar year; undefined where `year` may not be used. */
  readonly year: number | undefined;
  /** What each uncertain input measures. */
  readonly inputs: ReadonlyMap<string, Dimension>;
}

/** Names that an input cannot have. */
export const reservedNames: ReadonlySet<string> = new Set([...units.keys(), 'year', 'min', 'max']);

const longestFormula = 200;

/** Reads a formula in which the given uncertain inputs may occur. */
export function parseFormula(text: string, inputIds: readonly string[]): Formula | Fault {
  if (text.length > longestFormula) {
    return fault('wrong-formula', `longer than ${longestFormula} characters`);
  }
  const foreign = /[^\w .+*/^(),%-]/.exec(text);
  if (foreign) return fault('wrong-formula', `"${foreign[0]}" has no meaning in a quantity`);
  const { prepared, inputs } = nameInputs(text, inputIds);
  const unknown = unknownHyphenated(prepared);
  if (unknown !== undefined) {
    return fault('unknown-input', `"${unknown}" is not an input`, nearestHint(unknown, inputIds));
  }
  if (!/\d/.test(prepared)) return fault('wrong-formula', 'there is no number in it');
  const node = parseNode(prepared.replaceAll('%', ` ${percentName} `));
  return node ? { node, inputs } : fault('wrong-formula', `"${text}" cannot be read as a quantity`);
}

/** The value of a formula. */
export function evaluate(formula: Formula, scope: Scope): Quantity | Fault {
  return nodeValue(formula.node, { ...scope, symbols: formula.inputs });
}

/** Ids may contain hyphens, which would be read as minus signs: each becomes `$input0` and so on. */
function nameInputs(text: string, inputIds: readonly string[]) {
  const inputs = new Map<string, string>();
  const known = new Set(inputIds);
  const prepared = text.replace(/[A-Za-z]\w*(?:-\w+)*/g, (word) => {
    if (!known.has(word)) return word;
    const symbol = `$input${inputs.size}`;
    inputs.set(symbol, word);
    return symbol;
  });
  return { prepared, inputs };
}

/** The first word with hyphens that is no difference of units and `year`. */
function unknownHyphenated(text: string): string | undefined {
  const words = text.match(/[A-Za-z]\w*(?:-\w+)+/g) ?? [];
  return words.find((word) =>
    word.split('-').some((part) => /^[A-Za-z]/.test(part) && !reservedNames.has(part)),
  );
}

/** From source, mathjs in one file, which loads faster than its entry; in the package, what the build made of `math-parser.ts`. */
const parserFile = import.meta.url.endsWith('.ts')
  ? 'mathjs/lib/browser/math.js'
  : './math-parser.cjs';
let parseMath: ((text: string) => MathNode) | undefined;
/** A study writes `5 %` a hundred times. */
const parsed = new Map<string, MathNode | undefined>();

/** The syntax tree of a text, or undefined when it has none. */
function parseNode(text: string): MathNode | undefined {
  parseMath ??= createRequire(import.meta.url)(parserFile).parse;
  if (!parsed.has(text)) parsed.set(text, parseOrFail(text));
  return parsed.get(text);
}

function parseOrFail(text: string): MathNode | undefined {
  try {
    return parseMath!(text);
  } catch {
    return undefined;
  }
}

interface SymbolScope extends Scope {
  readonly symbols: ReadonlyMap<string, string>;
}

/** Walks the allowed kinds of node; every other kind is a fault. */
function nodeValue(node: MathNode, scope: SymbolScope): Quantity | Fault {
  switch (node.type) {
    case 'ConstantNode':
      return constantValue((node as ConstantNode).value);
    case 'ParenthesisNode':
      return nodeValue((node as ParenthesisNode).content, scope);
    case 'SymbolNode':
      return symbolValue((node as SymbolNode).name, scope);
    case 'OperatorNode':
      return operatorValue(node as OperatorNode, scope);
    case 'FunctionNode':
      return functionValue(node as FunctionNode, scope);
    default:
      return fault(
        'wrong-formula',
        'only numbers, units, + - * / ^, brackets, min and max are allowed',
      );
  }
}

function constantValue(value: unknown): Quantity | Fault {
  if (typeof value === 'number' && Number.isFinite(value)) return numberQuantity(value);
  return fault('wrong-formula', `"${value}" is not a number`);
}

function symbolValue(name: string, scope: SymbolScope): Quantity | Fault {
  const unit = units.get(name);
  if (unit) return unitQuantity(unit);
  if (name === 'year') return scope.year === undefined ? yearAsUnit : numberQuantity(scope.year);
  const input = scope.symbols.get(name);
  if (input !== undefined) {
    return { value: 1, divisor: 1, dimension: scope.inputs.get(input)!, input };
  }
  const hint = unitAdvice.get(name) ?? nearestHint(name, [...units.keys(), ...scope.inputs.keys()]);
  return fault('unknown-unit', `"${name}" is not a unit here`, hint);
}

function operatorValue(node: OperatorNode, scope: SymbolScope): Quantity | Fault {
  const [left, right] = node.args as [MathNode, MathNode | undefined];
  const a = nodeValue(left, scope);
  if (isFault(a)) return a;
  if (!right) return signed(node.fn, a);
  if (isYear(right) && (node.implicit || node.op === '/')) return yearAsUnit;
  if (node.implicit && !isUnit(right)) {
    return fault(
      'wrong-formula',
      'something is missing between two factors',
      'write * between them',
    );
  }
  const b = nodeValue(right, scope);
  if (isFault(b)) return b;
  switch (node.op) {
    case '+':
      return add(a, b, 1);
    case '-':
      return add(a, b, -1);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case '^':
      return raise(a, b);
    default:
      return fault('wrong-formula', `"${node.op}" is not allowed`, 'allowed: + - * / ^');
  }
}

function signed(operation: string, a: Quantity): Quantity | Fault {
  if (operation === 'unaryPlus') return a;
  if (operation === 'unaryMinus') return { ...a, value: -a.value };
  return fault('wrong-formula', `"${operation}" is not allowed`, 'allowed: + - * / ^');
}

function functionValue(node: FunctionNode, scope: SymbolScope): Quantity | Fault {
  const name = (node.fn as unknown as { name?: string }).name ?? '';
  if (name !== 'min' && name !== 'max') {
    return fault('wrong-formula', `"${name}" is not a function here`, 'allowed: min and max');
  }
  const values: Quantity[] = [];
  for (const argument of node.args) {
    const value = nodeValue(argument, scope);
    if (isFault(value)) return value;
    values.push(value);
  }
  return smallest(values, name === 'min' ? 1 : -1);
}

function isYear(node: MathNode): boolean {
  return node.type === 'SymbolNode' && (node as SymbolNode).name === 'year';
}

/** True for a unit or a power of one: what may follow a number without a sign between them. */
function isUnit(node: MathNode): boolean {
  if (node.type === 'SymbolNode') return true;
  if (node.type !== 'OperatorNode') return false;
  const { op, args } = node as OperatorNode;
  return op === '^' && args[0]?.type === 'SymbolNode';
}

const yearAsUnit = fault(
  'unknown-unit',
  '"year" is not a unit: it is the calendar year in the volume of a flow',
  'write yr for the unit',
);
