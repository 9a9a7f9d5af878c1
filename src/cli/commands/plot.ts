// cargoflow plot: one chart of a scenario as SVG or PNG.

import { writeFileSync } from 'node:fs';
import type { ChartName } from '../../report/plot.ts';
import { exitCodes } from '../exit-codes.ts';
import { say, sayError } from '../terminal.ts';

export interface PlotOptions {
  readonly scenario: string;
  /** Id of the corridor or post of the chart. */
  readonly of?: string;
  /** Ends in .svg or .png; standard output as SVG when there is none. */
  readonly out?: string;
}

/** @returns the exit code */
export async function plot(
  folder: string,
  chart: ChartName,
  { scenario, of, out }: PlotOptions,
): Promise<number> {
  try {
    if (out !== undefined && !/\.(svg|png)$/.test(out))
      throw new Error(`${out}: a chart is written as .svg or .png`);
    const { readForReports } = await import('../results-folder.ts');
    const { pageContext } = await import('../../report/page-context.ts');
    const { createPlotter } = await import('../../report/plot.ts');
    const { viewScenarios } = await import('../../report/report.ts');
    const results = await readForReports(folder);
    const views = viewScenarios(results);
    const view = views.find((each) => each.scenario.name === scenario);
    if (!view) {
      const names = views.map((each) => each.scenario.name).join(', ');
      throw new Error(`there is no scenario "${scenario}"; there are ${names}`);
    }
    const svg = createPlotter(pageContext(results, views))(view, { chart, of });
    await write(svg, out);
    return exitCodes.done;
  } catch (error) {
    sayError((error as Error).message);
    return exitCodes.badInput;
  }
}

async function write(svg: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(svg);
    return;
  }
  const { pngOf } = await import('../png.ts');
  writeFileSync(out, out.endsWith('.png') ? await pngOf(svg) : svg);
  say(`chart: ${out}`);
}
