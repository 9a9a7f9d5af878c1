// Finds the plain values in which a scenario differs from its baseline: capacities, tariffs, volumes, weights, ranges.

import type { Scenario } from '../model/scenario.ts';
import type { UncertainInput } from '../model/uncertainty.ts';
import { describeRange } from './describe-effect.ts';

/** A value of the model, as text; empty on the side that has none. */
export interface ChangedValue {
  /** Where it stands in the model, by ids, for instance `network.links.CHA-ZAH.costPerTonne`. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The differences, in the order of the baseline; none where a scenario changes nothing but events. Where the range of
 * an uncertain input differs, the value at its median, with which routes are found, may be listed beside it.
 */
export function changedValues(baseline: Scenario, scenario: Scenario): readonly ChangedValue[] {
  const before = valuesOf(baseline);
  const after = valuesOf(scenario);
  const subjects = [...new Set([...before.keys(), ...after.keys()])];
  return subjects.flatMap((subject) => {
    const change = { subject, before: before.get(subject) ?? '', after: after.get(subject) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

function valuesOf(scenario: Scenario): Map<string, string> {
  const { network, commodities, flows, behaviour, horizon, inputs } = scenario;
  const values = new Map<string, string>();
  collect({ network, commodities, flows, behaviour, horizon }, '', values);
  for (const input of inputs.filter(({ name }) => !name.startsWith('events.')))
    values.set(input.name, rangeText(input));
  return values;
}

function rangeText({ distribution, unit }: UncertainInput): string {
  return `${describeRange(distribution, 1)} ${unit} (${distribution.kind})`;
}

/** Enters every number, text and truth under its path; items of lists go by their id, name or place. */
function collect(value: unknown, path: string, values: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') {
    values.set(path, String(value));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const name = Array.isArray(value) ? itemKey(item, key) : key;
    collect(item, path === '' ? name : `${path}.${name}`, values);
  }
}

function itemKey(item: unknown, place: string): string {
  const { id, name } = (item ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  if (typeof id === 'string') return id;
  return typeof name === 'string' ? name : place;
}
