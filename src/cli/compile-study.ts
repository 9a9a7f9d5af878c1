// Compiles a loaded study for a command, and says what is wrong with it.

import { CompileError, compile } from '../compile/compile.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { LoadedStudy } from './load-study.ts';
import { sayError } from './terminal.ts';

/** The baseline's model, then the scenarios'; undefined when the study cannot be compiled. */
export function compileStudy({ baseline, scenarios }: LoadedStudy): CompiledModel[] | undefined {
  try {
    return compile(baseline, scenarios);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    error.problems.forEach(sayError);
    return undefined;
  }
}
