// Scores the model on an episode against two naive forecasts.

import { compile } from '../compile/compile.ts';
import type { Backtest, BacktestObservation } from '../model/backtest.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Summary, summarise } from '../numerics/summary.ts';
import { drawInputs } from '../replicate/draws.ts';
import { answer, type Episode, runEpisode } from './measure-episode.ts';

/** An observation beside the forecasts. */
interface ScoredObservation extends BacktestObservation {
  readonly modelled: Summary;
  /** What the baseline gives: nothing changes. */
  readonly unchanged: number;
  /** The mean lies within the target. */
  readonly met: boolean;
}

/** How the model did on an episode. */
export interface BacktestScore {
  readonly title: string;
  readonly observations: readonly ScoredObservation[];
  /** Root mean square of the errors of the observations that were not fitted, each as a share of the observed size. */
  readonly modelError: number;
  readonly unchangedError: number;
  readonly proportionalError: number;
}

/** Runs the episode with and without its events, on the same draws, and scores the means. */
export function scoreBacktest(
  backtest: Backtest,
  baseline: Scenario,
  scenario: Scenario,
  replications: number,
): BacktestScore {
  const models = compile(baseline, [scenario]);
  const draws = models.map((model) => drawInputs(model.inputs, baseline.seed, replications));
  const run = (model: number, replication: number): Episode => {
    const width = models[model].inputs.length;
    const own = draws[model].subarray(replication * width, (replication + 1) * width);
    return runEpisode(models[model], own);
  };
  const answers = backtest.observations.map(() => new Float64Array(replications));
  const calm = backtest.observations.map(() => new Float64Array(replications));
  for (let replication = 0; replication < replications; replication++) {
    const without = run(0, replication);
    const with_ = run(1, replication);
    backtest.observations.forEach(({ measure }, index) => {
      answers[index][replication] = answer(measure, with_, without);
      calm[index][replication] = answer(measure, without, without);
    });
  }
  const observations = backtest.observations.map((observation, index) => {
    const modelled = summarise(answers[index]);
    const [low, high] = observation.target;
    const met = modelled.mean >= low && modelled.mean <= high;
    return { ...observation, modelled, unchanged: summarise(calm[index]).mean, met };
  });
  return {
    title: backtest.title,
    observations,
    modelError: errorOf(observations, ({ modelled }) => modelled.mean),
    unchangedError: errorOf(observations, ({ unchanged }) => unchanged),
    proportionalError: errorOf(observations, ({ proportional }) => proportional),
  };
}

function errorOf(
  observations: readonly ScoredObservation[],
  forecast: (observation: ScoredObservation) => number,
): number {
  const squares = observations
    .filter(({ fitted }) => !fitted)
    .map((observation) => {
      const miss = (forecast(observation) - observation.observed) / observation.observed;
      return miss * miss;
    });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
