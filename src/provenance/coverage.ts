// Counts how many numbers of a study are published, derived or assumed, plainly and by the tonnes they bear on.

import { firstYearOf, routeTonnesPerYear } from '../calibration/first-year.ts';
import { compile } from '../compile/compile.ts';
import type { Grade, Provenance, Scenario } from '../model/scenario.ts';
import { entryTonnes } from './weights.ts';

/** Numbers of a file by grade. */
type GradeCounts = Readonly<Record<Grade, number>>;

/** The numbers of a file. */
interface FileCoverage {
  readonly file: string;
  readonly numbers: GradeCounts;
  /** Numbers times the tonnes of the base year that each bears on, as shares that add up to 1; NaN without tonnes. */
  readonly tonneShares: GradeCounts;
}

/** Where the numbers of a study come from. */
export interface Coverage {
  /** In the order of the files. */
  readonly files: readonly FileCoverage[];
  readonly all: FileCoverage;
  /** Assumed numbers without a plausible range, as `file entry: field`. */
  readonly withoutRange: readonly string[];
}

const none: GradeCounts = { published: 0, derived: 0, assumed: 0 };

/** Coverage of a baseline and of what its scenarios add. */
export function coverageOf(baseline: Scenario, scenarios: readonly Scenario[]): Coverage {
  const firstYear = firstYearOf(baseline);
  const [model] = compile(firstYear, []);
  const weights = entryTonnes(firstYear, model, routeTonnesPerYear(model));
  const entries = distinctEntries([baseline, ...scenarios]);
  const files = [...new Set(entries.map(fileOf))];
  return {
    files: files.map((file) =>
      summed(
        file,
        entries.filter((entry) => fileOf(entry) === file),
        weights,
      ),
    ),
    all: summed('all', entries, weights),
    withoutRange: entries.flatMap(({ subject, numbers }) =>
      numbers
        .filter(({ grade, range }) => grade === 'assumed' && range === undefined)
        .map(({ field }) => `${subject}: ${field}`),
    ),
  };
}

/** Every entry once: scenarios repeat those of the study. */
function distinctEntries(scenarios: readonly Scenario[]): Provenance[] {
  const entries = new Map<string, Provenance>();
  for (const entry of scenarios.flatMap(({ provenance }) => provenance))
    if (!entries.has(entry.subject)) entries.set(entry.subject, entry);
  return [...entries.values()];
}

function fileOf({ subject }: Provenance): string {
  return subject.split(' ')[0];
}

function summed(
  file: string,
  entries: readonly Provenance[],
  weights: ReadonlyMap<string, number>,
): FileCoverage {
  const numbers = { ...none };
  const tonnes = { ...none };
  for (const entry of entries) {
    for (const { grade } of entry.numbers) {
      numbers[grade] += 1;
      tonnes[grade] += weights.get(entry.subject) ?? 0;
    }
  }
  const total = tonnes.published + tonnes.derived + tonnes.assumed;
  const tonneShares = {
    published: tonnes.published / total,
    derived: tonnes.derived / total,
    assumed: tonnes.assumed / total,
  };
  return { file, numbers, tonneShares };
}
