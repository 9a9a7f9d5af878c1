// Explains a change between baseline and scenario: the cost by term, the routes, and what the shares make of it.

import { log } from '../numerics/elementary.ts';
import { costTerms } from '../results/cost-terms.ts';
import { notShippedSink } from '../results/keys.ts';
import type { StudySummary } from '../results/study-summary.ts';
import { type Cargo, listCargo, type Route, type Selection } from './cargo.ts';

/** What is asked for: cargo of these ends, commodity and corridor; undefined = any. */
export type { Selection } from './cargo.ts';

/** A term of the mean generalised cost, USD/t; `mix` is what comes of other cargo or corridors in the mean. */
interface TermChange {
  readonly term: string;
  readonly before: number;
  readonly after: number;
  /** after - before = cost + mix. */
  readonly cost: number;
  readonly mix: number;
}

/** How the odds of a corridor against the reference moved, in logarithms. */
export interface ShareResponse {
  readonly corridor: string;
  readonly reference: string;
  /** ln(tonnes / reference tonnes), after less before. */
  readonly change: number;
  /** -mu · (change of the corridor's cost less that of the reference), by term; in all, and what is left. */
  readonly terms: readonly { readonly term: string; readonly value: number }[];
  readonly explained: number;
  readonly residual: number;
}

/** Tonnes of a corridor, or not shipped, over the whole horizon, and its largest routes. */
export interface CorridorChange {
  readonly corridor: string;
  readonly before: number;
  readonly after: number;
  readonly routeBefore: Route | undefined;
  readonly routeAfter: Route | undefined;
}

/** All of it. Sums hold to rounding: the terms to the totals, cost and mix to the change. */
export interface Explanation {
  readonly scenario: string;
  readonly baseline: string;
  readonly selection: Selection;
  readonly flows: number;
  readonly terms: readonly TermChange[];
  readonly total: TermChange;
  readonly corridors: readonly CorridorChange[];
  /** Of a single flow only: logits of several do not add up. */
  readonly responses: readonly ShareResponse[];
  /** Scale between the corridors of that flow, per USD/t. */
  readonly corridorScale: number | undefined;
}

/** @throws Error in words when nothing fits the selection */
export function explain(
  results: Parameters<typeof listCargo>[0] & { readonly summary: StudySummary },
  scenario: string,
  selection: Selection,
): Explanation {
  const { summary } = results;
  const known = summary.scenarios.find(({ name }) => name === scenario);
  if (!known || known.baseline === '')
    throw new Error(`there is no scenario "${scenario}"; there are ${scenarioNames(summary)}`);
  const before = listCargo(results, known.baseline, selection);
  const after = listCargo(results, scenario, selection);
  const flows = [...new Set([...before, ...after].map(({ flow }) => flow))];
  if (flows.length === 0) throw new Error(nothingFits(results, known.baseline, selection));
  const terms = costTerms
    .map((term, at) => termChange(term, at, before, after))
    .filter((change) => change.before !== 0 || change.after !== 0);
  const commodity = summary.commodities.find(({ id }) => flows[0].split('\n')[2] === id);
  const scale = flows.length === 1 ? commodity?.corridorScale : undefined;
  const whole = { ...selection, corridor: undefined };
  return {
    scenario,
    baseline: known.baseline,
    selection,
    flows: flows.length,
    terms,
    total: totalOf(terms),
    corridors: corridorChanges(before, after),
    responses:
      scale === undefined
        ? []
        : responsesOf(
            listCargo(results, known.baseline, whole),
            listCargo(results, scenario, whole),
            scale,
          ).filter(({ corridor }) => (selection.corridor ?? corridor) === corridor),
    corridorScale: scale,
  };
}

/** Says why no cargo fits, with what would go with the rest of the selection. */
function nothingFits(
  results: Parameters<typeof listCargo>[0] & { readonly summary: StudySummary },
  scenario: string,
  selection: Selection,
): string {
  const message = 'no cargo of these ends, commodity and corridor';
  for (const key of ['corridor', 'commodity', 'origin', 'destination'] as const) {
    const asked = selection[key];
    if (asked === undefined) continue;
    const rest = listCargo(results, scenario, { ...selection, [key]: undefined });
    const fitting = rest.map(({ flow, corridor }) => {
      const [origin, destination, commodity] = flow.split('\n');
      return { origin, destination, commodity, corridor }[key];
    });
    const others = [...new Set(fitting)].sort();
    if (others.length > 0) {
      const list = others.slice(0, 20).join(', ') + (others.length > 20 ? ', …' : '');
      return `${message}: ${key} "${asked}" does not go with the rest; these do: ${list}`;
    }
  }
  return message;
}

function scenarioNames({ scenarios }: StudySummary): string {
  const names = scenarios.filter(({ baseline }) => baseline !== '').map(({ name }) => name);
  return names.join(', ') || 'none';
}

/**
 * The change of a mean over parts i of weight w (their part of the shipped tonnes) and cost c:
 * Δ Σ w c = Σ w̄ Δc + Σ c̄ Δw, with w̄ and c̄ halfway between before and after. A part that only one side ships has the
 * same cost on both.
 */
function termChange(
  term: string,
  at: number,
  before: readonly Cargo[],
  after: readonly Cargo[],
): TermChange {
  const [weightsBefore, weightsAfter] = [weightsOf(before), weightsOf(after)];
  const change = { term, before: 0, after: 0, cost: 0, mix: 0 };
  for (const key of new Set([...weightsBefore.keys(), ...weightsAfter.keys()])) {
    const [old, now] = [weightsBefore.get(key), weightsAfter.get(key)];
    const c0 = (old ?? now)!.costs[at];
    const c1 = (now ?? old)!.costs[at];
    const [w0, w1] = [old?.weight ?? 0, now?.weight ?? 0];
    change.before += w0 * c0;
    change.after += w1 * c1;
    change.cost += ((w0 + w1) / 2) * (c1 - c0);
    change.mix += ((c0 + c1) / 2) * (w1 - w0);
  }
  return change;
}

function weightsOf(cargo: readonly Cargo[]) {
  const shipped = cargo.filter(({ corridor }) => corridor !== notShippedSink);
  const total = shipped.reduce((sum, { tonnes }) => sum + tonnes, 0);
  return new Map(
    shipped
      .filter(({ tonnes }) => tonnes > 0)
      .map(({ flow, corridor, tonnes, costs }) => [
        `${flow}\n${corridor}`,
        { weight: tonnes / total, costs },
      ]),
  );
}

function totalOf(terms: readonly TermChange[]): TermChange {
  const sum = (value: (term: TermChange) => number) =>
    terms.reduce((total, term) => total + value(term), 0);
  return {
    term: 'generalised_cost',
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    cost: sum(({ cost }) => cost),
    mix: sum(({ mix }) => mix),
  };
}

/** By corridor, the largest change first. */
function corridorChanges(before: readonly Cargo[], after: readonly Cargo[]): CorridorChange[] {
  const corridors = [...new Set([...before, ...after].map(({ corridor }) => corridor))];
  const tonnes = (cargo: readonly Cargo[], corridor: string) =>
    cargo.reduce((sum, item) => (item.corridor === corridor ? sum + item.tonnes : sum), 0);
  const route = (cargo: readonly Cargo[], corridor: string) =>
    cargo
      .filter((item) => item.corridor === corridor && item.route !== undefined)
      .map((item) => item.route!)
      .reduce<Route | undefined>(
        (largest, item) => (largest && largest.tonnes >= item.tonnes ? largest : item),
        undefined,
      );
  return corridors
    .map((corridor) => ({
      corridor,
      before: tonnes(before, corridor),
      after: tonnes(after, corridor),
      routeBefore: route(before, corridor),
      routeAfter: route(after, corridor),
    }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

/**
 * The odds of each corridor against not shipping, or against the corridor with the most baseline tonnes when all is
 * shipped: by (8) of docs/model.md, ln P(n)/P(0) = -mu (I_n - C0), so that a change of the cost by Δ moves them by -mu Δ.
 */
function responsesOf(
  before: readonly Cargo[],
  after: readonly Cargo[],
  scale: number,
): ShareResponse[] {
  const now = new Map(after.map((cargo) => [cargo.corridor, cargo]));
  const both = before.filter(
    ({ corridor, tonnes }) => tonnes > 0 && (now.get(corridor)?.tonnes ?? 0) > 0,
  );
  const largest = both.reduce<Cargo | undefined>(
    (most, cargo) => (most && most.tonnes >= cargo.tonnes ? most : cargo),
    undefined,
  );
  const reference = both.find(({ corridor }) => corridor === notShippedSink) ?? largest;
  if (!reference) return [];
  const referenceAfter = now.get(reference.corridor)!;
  return both
    .filter((cargo) => cargo !== reference)
    .map((cargo): ShareResponse => {
      const later = now.get(cargo.corridor)!;
      const change =
        log(later.tonnes / referenceAfter.tonnes) - log(cargo.tonnes / reference.tonnes);
      const terms = costTerms
        .map((term, at) => {
          const own = later.costs[at] - cargo.costs[at];
          const other = referenceAfter.costs[at] - reference.costs[at];
          return { term, value: -scale * (own - other) };
        })
        .filter(({ value }) => value !== 0);
      const explained = terms.reduce((sum, { value }) => sum + value, 0);
      return {
        corridor: cargo.corridor,
        reference: reference.corridor,
        change,
        terms,
        explained,
        residual: change - explained,
      };
    });
}
