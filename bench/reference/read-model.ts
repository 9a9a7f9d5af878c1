// The last scenario of a study as a compiled model, with the draws of its first replication.

import { loadStudy } from '../../src/cli/load-study.ts';
import { compile } from '../../src/compile/compile.ts';
import type { CompiledModel } from '../../src/compile/compiled-model.ts';
import { drawInputs } from '../../src/replicate/draws.ts';

/** @throws Error with the messages of a study that cannot be read */
export async function readModel(
  file: string,
): Promise<{ model: CompiledModel; draws: Float64Array }> {
  const { study, messages } = await loadStudy([file], async () => {});
  if (!study) throw new Error(messages.join('\n'));
  const model = compile(study.baseline, study.scenarios).at(-1)!;
  const { inputs, sampling } = model;
  const draws = drawInputs(inputs, study.seed!, study.replications!, sampling);
  return { model, draws: draws.slice(0, inputs.length) };
}
