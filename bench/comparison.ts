// Compares what was measured with the baseline: which benchmarks became slower, and by how much.

/** A benchmark as measured. Only `ratio` and memory mean the same on every machine. */
export interface Measurement {
  readonly id: string;
  readonly nanosecondsPerStageStep: number;
  /** Time per stage and step over that of an element of the calibration kernel. */
  readonly ratio: number;
  /** Of whole runs: on one thread. */
  readonly replicationsPerSecond?: number;
  readonly peakMebibytes?: number;
}

/** What `baseline.json` keeps of a benchmark. */
export interface BaselineEntry {
  readonly ratio: number;
  readonly peakMebibytes?: number;
}

/** Baselines by version of Node: each compiles the same code to another speed. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, BaselineEntry>>>>;

/** `slower` is shown, `failed` fails, `new` has no entry in the baseline. */
type Verdict = 'ok' | 'faster' | 'slower' | 'failed' | 'new';

/** Parts by which a benchmark may be slower than its baseline before it is shown, and before it fails. */
export const shownPart = 0.1;
export const failingPart = 0.25;

export interface ComparedBenchmark {
  readonly measured: Measurement;
  /** Time over that of the baseline; undefined without an entry. */
  readonly change: number | undefined;
  /** Peak memory over that of the baseline; undefined without an entry. */
  readonly memoryChange: number | undefined;
  /** Of the worse of the two. */
  readonly verdict: Verdict;
}

/** @param entries of this version of Node; undefined when it has none */
export function compareWithBaseline(
  measurements: readonly Measurement[],
  entries: Readonly<Record<string, BaselineEntry>> | undefined,
): ComparedBenchmark[] {
  return measurements.map((measured) => {
    const entry = entries?.[measured.id];
    const change = entry && measured.ratio / entry.ratio;
    const memoryChange =
      entry?.peakMebibytes && measured.peakMebibytes
        ? measured.peakMebibytes / entry.peakMebibytes
        : undefined;
    return { measured, change, memoryChange, verdict: verdictOf(change, memoryChange) };
  });
}

function verdictOf(change: number | undefined, memoryChange = 1): Verdict {
  if (change === undefined) return 'new';
  const worse = Math.max(change, memoryChange);
  // A ratio that is no number is a failure too.
  if (!(worse <= 1 + failingPart)) return 'failed';
  if (worse > 1 + shownPart) return 'slower';
  return change < 1 / (1 + shownPart) ? 'faster' : 'ok';
}

/** Of two measurements of a benchmark the one that was disturbed less, in time and in memory. */
export function better(first: Measurement, second: Measurement): Measurement {
  const faster = second.ratio < first.ratio ? second : first;
  if (first.peakMebibytes === undefined || second.peakMebibytes === undefined) return faster;
  return { ...faster, peakMebibytes: Math.min(first.peakMebibytes, second.peakMebibytes) };
}

/** The baseline with new entries for this version of Node; entries of benchmarks that were not measured stay. */
export function renewed(
  baseline: Baseline,
  node: string,
  measurements: readonly Measurement[],
): Baseline {
  const entries = Object.fromEntries(
    measurements.map(({ id, ratio, peakMebibytes }) => [
      id,
      {
        ratio: Number(ratio.toPrecision(4)),
        ...(peakMebibytes && { peakMebibytes: Math.round(peakMebibytes) }),
      },
    ]),
  );
  return { ...baseline, [node]: { ...baseline[node], ...entries } };
}
