// cargoflow explain: why a flow or a corridor changes between baseline and scenario.

import { explainTables } from '../../explain/cargo.ts';
import { explain } from '../../explain/explanation.ts';
import { explanationText } from '../../explain/explanation-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { readResults } from '../results-folder.ts';
import { sayError } from '../terminal.ts';

export interface ExplainOptions {
  readonly scenario: string;
  readonly from?: string;
  readonly to?: string;
  readonly commodity?: string;
  readonly corridor?: string;
  readonly json?: boolean;
}

/** @returns the exit code */
export function explainChange(folder: string, options: ExplainOptions): number {
  const { scenario, from, to, commodity, corridor, json } = options;
  try {
    const results = readResults(folder, explainTables);
    const selection = { origin: from, destination: to, commodity, corridor };
    const explanation = explain(results, scenario, selection);
    process.stdout.write(
      json
        ? `${JSON.stringify(explanation, null, 2)}\n`
        : explanationText(results.summary, explanation),
    );
    return exitCodes.done;
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
}
