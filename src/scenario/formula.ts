// Works out formulas such as `12 Mt/yr * 1.03^(year - 2026)`, allowing nothing but arithmetic.

import type {
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import type { Formula } from './formula-text.ts';
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
import { type Dimension, unitAdvice, units } from './units.ts';

/** What the names in a formula stand for. */
export interface Scope {
  /** Calendar year; undefined where `year` may not be used. */
  readonly year: number | undefined;
  /** What each uncertain input measures. */
  readonly inputs: ReadonlyMap<string, Dimension>;
  /** Ids of the calendars that spread a volume over the months. */
  readonly calendars: ReadonlySet<string>;
}

/** The value of a formula. */
export function evaluate(formula: Formula, scope: Scope): Quantity | Fault {
  return nodeValue(formula.node, { ...scope, formula });
}

interface FormulaScope extends Scope {
  readonly formula: Formula;
}

/** The value of a part of a formula; a fault is placed at the innermost part that has it. */
function nodeValue(node: MathNode, scope: FormulaScope): Quantity | Fault {
  const value = bareValue(node, scope);
  if (!isFault(value) || value.offset !== undefined) return value;
  return { ...value, offset: scope.formula.offsets.get(node) };
}

/** Walks the allowed kinds of node; every other kind is a fault. */
function bareValue(node: MathNode, scope: FormulaScope): Quantity | Fault {
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

function symbolValue(name: string, scope: FormulaScope): Quantity | Fault {
  const unit = units.get(name);
  if (unit) return unitQuantity(unit);
  if (name === 'year') return scope.year === undefined ? yearAsUnit : numberQuantity(scope.year);
  const input = scope.formula.ids.get(name);
  const dimension = input === undefined ? undefined : scope.inputs.get(input);
  if (dimension) return { value: 1, divisor: 1, dimension, input };
  if (input !== undefined) return calendarAlone;
  const hint = unitAdvice.get(name) ?? nearestHint(name, [...units.keys(), ...scope.inputs.keys()]);
  return fault('unknown-unit', `"${name}" is not a unit here`, hint);
}

function operatorValue(node: OperatorNode, scope: FormulaScope): Quantity | Fault {
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

function functionValue(node: FunctionNode, scope: FormulaScope): Quantity | Fault {
  const name = (node.fn as unknown as { name?: string }).name ?? '';
  const id = scope.formula.ids.get(name);
  if (id !== undefined && scope.calendars.has(id)) return seasonOf(id, node);
  if (name !== 'min' && name !== 'max') {
    const advice = 'allowed: min, max, and in the volume of a flow a calendar of rates.yaml';
    return fault('wrong-formula', `"${id ?? name}" is not a function here`, advice);
  }
  const values: Quantity[] = [];
  for (const argument of node.args) {
    const value = nodeValue(argument, scope);
    if (isFault(value)) return value;
    values.push(value);
  }
  return smallest(values, name === 'min' ? 1 : -1);
}

/** `harvest(month)`: the volume is spread over the months as a calendar says; the total of a year stays. */
function seasonOf(calendar: string, { args }: FunctionNode): Quantity | Fault {
  const [argument] = args;
  const isMonth = argument?.type === 'SymbolNode' && (argument as SymbolNode).name === 'month';
  if (isMonth && args.length === 1) return { ...numberQuantity(1), calendar };
  return fault('wrong-formula', 'a calendar is a function of the month', `${calendar}(month)`);
}

const calendarAlone = fault(
  'wrong-formula',
  'a calendar is a function of the month',
  'such as `12 Mt/yr * harvest(month)`',
);

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
