// Reads what an event does, and reports effects that could change nothing.

import type { Effect, Target } from '../model/event.ts';
import type { Network } from '../model/network.ts';
import { kindLabel, kinds } from './kinds.ts';
import { isPost } from './network.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { UncertainNumber } from './schema-fields.ts';
import type { EffectFields } from './schema-scenario.ts';
import { cargoFilterOf, type EventContext } from './targets.ts';
import { itemsOf, keyPlaceAt, placeAt, type Tree, treeAt } from './tree.ts';
import { amountOf } from './uncertain.ts';

/** An event; its target is undefined where problems hide it. */
export interface EffectSubject {
  readonly id: string;
  readonly tree: Tree;
  readonly target: Target | undefined;
}

const units = {
  multiply_capacity: '1',
  multiply_demand: '1',
  add_cost: kindLabel(kinds.cost),
  add_time: kindLabel(kinds.duration),
  add_risk: kindLabel(kinds.share),
  ban: kindLabel(kinds.share),
};
type NumberKey = keyof typeof units;

/** Values that change nothing. */
const neutral: Record<NumberKey, number> = {
  multiply_capacity: 1,
  multiply_demand: 1,
  add_cost: 0,
  add_time: 0,
  add_risk: 0,
  ban: 0,
};

/** Effects that `cargo` limits. */
const cargoKeys = ['add_cost', 'add_time', 'add_risk', 'multiply_demand'] as const;

/** The effects of an event, in the order of this function. */
export function effectsOf(
  fields: EffectFields,
  subject: EffectSubject,
  context: EventContext,
): Effect[] {
  const amount = (key: NumberKey, written: UncertainNumber) =>
    effectAmount(key, written, subject, context);
  const { multiply_capacity, add_cost, add_time, add_risk, ban, multiply_demand } = fields;
  const cargo = cargoFilterOf(fields.cargo ?? {}, subject.tree, ['effect', 'cargo'], context);
  const effects: Effect[] = [];
  if (fields.close) effects.push({ kind: 'close' });
  if (fields.open) effects.push({ kind: 'open' });
  if (multiply_capacity !== undefined) {
    effects.push({ kind: 'capacity', factor: amount('multiply_capacity', multiply_capacity) });
  }
  if (add_cost !== undefined) {
    effects.push({ kind: 'cost', perTonne: amount('add_cost', add_cost), cargo });
  }
  if (add_time !== undefined) {
    effects.push({ kind: 'time', days: amount('add_time', add_time), cargo });
  }
  if (add_risk !== undefined) {
    effects.push({ kind: 'risk', valueShare: amount('add_risk', add_risk), cargo });
  }
  if (ban) {
    const banned = cargoFilterOf(ban, subject.tree, ['effect', 'ban'], context);
    effects.push({ kind: 'ban', share: amount('ban', ban.share), cargo: banned });
  }
  if (multiply_demand !== undefined) {
    effects.push({ kind: 'demand', factor: amount('multiply_demand', multiply_demand), cargo });
  }
  checkEffects(fields, effects, subject, context);
  return effects;
}

function effectAmount(
  key: NumberKey,
  written: UncertainNumber,
  { id, tree }: EffectSubject,
  { inputs, problems }: EventContext,
) {
  const path = key === 'ban' ? ['effect', 'ban', 'share'] : ['effect', key];
  if (written === neutral[key]) {
    problems.push(problemAt(placeAt(tree, path), 'no-effect', 'this value changes nothing'));
  }
  const name = `events.${id}.${key === 'ban' ? 'ban.share' : key}`;
  return amountOf(written, name, units[key], inputs);
}

function checkEffects(
  fields: EffectFields,
  effects: readonly Effect[],
  subject: EffectSubject,
  { network, problems }: EventContext,
): void {
  const { tree, target } = subject;
  const report: Report = (key, code, message, hint) =>
    problems.push(problemAt(keyPlaceAt(tree, ['effect', key]), code, message, hint));
  if (effects.length === 0) {
    const message = 'this event has no effect';
    problems.push(problemAt(placeAt(tree, ['effect']), 'no-effect', message));
  }
  if (fields.cargo && cargoKeys.every((key) => fields[key] === undefined)) {
    report('cargo', 'no-effect', `"cargo" limits only ${cargoKeys.join(', ')}`);
  }
  if (!network || !target) return;
  if (fields.open) checkOpen({ tree, target }, network, problems, report);
  if (fields.multiply_capacity !== undefined && !hasCapacity(target, network)) {
    const message = 'nothing that is hit has a capacity that cargo queues for';
    const hint = 'it takes a border, chokepoint or port with a capacity, or a limited link';
    report('multiply_capacity', 'no-capacity', message, hint);
  }
}

type Report = (key: string, code: ProblemCode, message: string, hint?: string) => void;

/** Reports links that are named and open anyway, and a target without any link to open. */
function checkOpen(
  { tree, target }: { readonly tree: Tree; readonly target: Target },
  network: Network,
  problems: Problem[],
  report: Report,
): void {
  const shut = new Set(
    network.links.filter(({ status }) => status !== 'existing').map(({ id }) => id),
  );
  const named = itemsOf(treeAt(tree, ['on', 'links']));
  for (const link of named) {
    if (link.kind !== 'scalar' || shut.has(String(link.value))) continue;
    const message = `the link "${link.value}" is open from the first day`;
    problems.push(problemAt(link.place, 'already-open', message));
  }
  if (named.length === 0 && !target.links.some((id) => shut.has(id))) {
    report('open', 'already-open', 'nothing that is hit is a link that is not open');
  }
}

function hasCapacity({ nodes, links }: Target, network: Network): boolean {
  const limited = ({ capacityTonnesPerDay }: { capacityTonnesPerDay: number }) =>
    capacityTonnesPerDay < Infinity;
  return (
    network.nodes.some((node) => nodes.includes(node.id) && isPost(node.kind) && limited(node)) ||
    network.links.some((link) => links.includes(link.id) && link.limited && limited(link))
  );
}
