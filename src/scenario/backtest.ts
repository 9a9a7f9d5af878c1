// Reads a back-test: the episode, and what was observed of it.

import type { Backtest } from '../model/backtest.ts';
import { type ReadText, readSource } from './input-file.ts';
import type { Problem } from './problem.ts';
import { readTree } from './read-tree.ts';
import { backtestSchema } from './schema-backtest.ts';
import { parseYaml } from './yaml-tree.ts';

/** The back-test of a file; undefined when it cannot be read. */
export function readBacktest(
  file: string,
  readText: ReadText,
  problems: Problem[],
): Backtest | undefined {
  const source = readSource(file, readText, problems, { missing: 'there is no such file' });
  const reading = readTree(backtestSchema, source && parseYaml(source, problems), problems);
  if (!reading?.complete) return undefined;
  const { title, scenario, observations } = reading.value;
  return {
    title,
    scenario,
    observations: observations.map(({ measure, note, ...rest }) => ({
      id: rest.id,
      title: rest.title,
      observed: rest.observed,
      target: rest.target,
      proportional: rest.proportional,
      fitted: rest.fitted,
      note: note ?? '',
      measure: {
        kind: measure.kind,
        corridor: measure.corridor,
        post: measure.post ?? '',
        against: measure.against ?? '',
        commodity: measure.commodity ?? '',
        fromDay: measure.from,
        untilDay: measure.until,
        tonnes: measure.tonnes ?? 0,
      },
    })),
  };
}
