// Reads how the inputs of a scenario hang together, and reports correlations that cannot be or change nothing.

import type { ScenarioEvent } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { RankCorrelation, Sampling, UncertainInput } from '../model/uncertainty.ts';
import { correlationFactor } from '../numerics/correlation.ts';
import { nearestHint } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Reading } from './read-tree.ts';
import type { ScenarioFields } from './schema-scenario.ts';
import { placeAt, treeAt } from './tree.ts';

/** What correlations are read in. */
export interface CorrelationContext {
  readonly inputs: readonly UncertainInput[];
  readonly events: readonly ScenarioEvent[];
  /** The baseline of the scenario; undefined for a baseline. */
  readonly base: Scenario | undefined;
  /** File of the baseline, whose correlations are not the scenario's own. */
  readonly baseFile: string | undefined;
  readonly problems: Problem[];
}

/** How the scenario draws: its own correlations come after those of its baseline. */
export function samplingOf(
  reading: Reading<ScenarioFields>,
  context: CorrelationContext,
): Sampling {
  const method = reading.value.sampling ?? 'latin-hypercube';
  const { correlatedInputs = [], correlations = [] } = context.base?.sampling ?? {};
  const own = ownCorrelations(reading, context);
  const names = new Set(own.flatMap(({ between }) => between));
  const baseNames = new Set(context.base && inputNames(context.base));
  const isOfBase = (name: string) => baseNames.has(name);
  const sampling: Sampling = {
    method,
    correlatedInputs: [
      ...new Set([
        ...correlatedInputs,
        ...[...names].filter(isOfBase),
        ...[...names].filter((name) => !isOfBase(name)),
      ]),
    ],
    correlations: [...correlations, ...own],
  };
  if (own.length > 0 && !correlationFactor(sampling.correlatedInputs, sampling.correlations)) {
    const place = placeAt(reading.tree, ['correlations']);
    const message = 'these correlations contradict each other';
    context.problems.push(problemAt(place, 'wrong-correlation', message));
  }
  return sampling;
}

/** The correlations that do not stand in the baseline. */
function ownCorrelations(
  { value, tree }: Reading<ScenarioFields>,
  context: CorrelationContext,
): RankCorrelation[] {
  const seen = new Set(context.base?.sampling.correlations.map(pairOf));
  return (value.correlations ?? []).flatMap((correlation, index) => {
    const item = treeAt(tree, ['correlations', index]);
    if (!item || item.place.source.file === context.baseFile) return [];
    const report = (key: string, code: ProblemCode, message: string, hint = '') => {
      const place = placeAt(tree, ['correlations', index, key]);
      context.problems.push(problemAt(place, code, message, hint));
    };
    const pairs = pairsOf(correlation, context, report);
    for (const pair of pairs) {
      if (seen.has(pairOf(pair))) {
        report('between', 'duplicate-id', 'there is already a correlation of these two');
      }
      seen.add(pairOf(pair));
    }
    return pairs;
  });
}

const baseHint = 'write it into the baseline, or make one of them an input of the scenario';
const rankHint = 'for 1, share one input, or write 0.999 where nothing can be shared';

type Report = (key: string, code: ProblemCode, message: string, hint?: string) => void;

/** The pairs that a line stands for: one, or one for each year of inputs that are drawn yearly. */
function pairsOf(
  { between, rank }: RankCorrelation,
  { inputs, events, base }: CorrelationContext,
  report: Report,
): RankCorrelation[] {
  const names = inputNames({ inputs, events });
  const baseNames = new Set(base && inputNames(base));
  const [first, second] = between.map((name) => namesOf(name, names));
  const unknown = between[first.length === 0 ? 0 : 1];
  if (first.length === 0 || second.length === 0) {
    const hint = nearestHint(unknown, names.map(withoutYear));
    report('between', 'unknown-input', `there is no uncertain input "${unknown}"`, hint);
    return [];
  }
  if (between[0] === between[1]) {
    report('between', 'wrong-correlation', 'an input has no correlation with itself');
  } else if (rank === 0) {
    report('rank', 'no-effect', 'this value changes nothing');
  } else if (Math.abs(rank) === 1) {
    report('rank', 'wrong-correlation', 'must be between -1 and 1', rankHint);
  } else if (first.length !== second.length) {
    report('between', 'wrong-correlation', 'one of these is drawn yearly, the other once');
  } else if ([...first, ...second].every((name) => baseNames.has(name))) {
    report(
      'between',
      'misplaced-key',
      'both are inputs of the baseline: it belongs there',
      baseHint,
    );
  } else return first.map((name, year) => ({ between: [name, second[year]], rank }));
  return [];
}

/** The names of all inputs, with the draws that decide whether events happen. */
function inputNames({ inputs, events }: Pick<Scenario, 'inputs' | 'events'>): string[] {
  return [
    ...inputs.map(({ name }) => name),
    ...events.filter(({ probability }) => probability < 1).map(({ id }) => `events.${id}.occurs`),
  ];
}

/** The input of that name, or its inputs by year. */
function namesOf(name: string, names: readonly string[]): string[] {
  return names.filter((other) => other === name || withoutYear(other) === name);
}

function withoutYear(name: string): string {
  return name.replace(/\.\d{4}$/, '');
}

function pairOf({ between }: RankCorrelation): string {
  return [...between].sort().join(' ');
}
