// Calibration of a baseline: constants fitted to some observations, judged by the others.

import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import { log } from '../numerics/elementary.ts';
import { evaluate, prepareSubject, type Subject } from './evaluate.ts';
import { currentConstants, fitConstants, fittedObservations } from './fit-constants.ts';
import { standardErrors } from './standard-errors.ts';

/** An observation beside what the model makes of it. */
interface JudgedObservation extends Observation {
  /** Tonnes a year with the constants of the study, and with those fitted. */
  readonly before: number;
  readonly after: number;
}

/** A constant of the study and the one fitted, USD/t. */
interface FittedConstant {
  readonly corridor: string;
  readonly before: number;
  readonly after: number;
  /** NaN where the observations do not determine it. */
  readonly standardError: number;
}

/** How well another choice scale, with constants of its own, meets the observations held back. */
interface ScaleTrial {
  readonly scaleFactor: number;
  readonly heldBackError: number;
}

export interface Calibration {
  readonly observations: readonly JudgedObservation[];
  readonly constants: readonly FittedConstant[];
  readonly evaluations: number;
  readonly converged: boolean;
  readonly scaleTrials: readonly ScaleTrial[];
}

/**
 * Fits the constants and says how good the fit is.
 * @param scaleFactors factors of the logit scales to try, none = no trial
 */
export function calibrate(
  baseline: Scenario,
  observations: readonly Observation[],
  scaleFactors: readonly number[] = [],
): Calibration {
  const subject = prepareSubject(baseline, observations);
  const start = currentConstants(subject);
  const before = evaluate(subject, start).modelled;
  const fit = fitConstants(subject);
  const errors = standardErrors(subject, fit);
  return {
    observations: observations.map((observation, index) => ({
      ...observation,
      before: before[index],
      after: fit.modelled[index],
    })),
    constants: fittedObservations(subject).map((observation, index) => {
      const corridor = observations[observation].fittedCorridor!;
      return {
        corridor,
        before: start.get(corridor)!,
        after: fit.constants.get(corridor)!,
        standardError: errors ? errors[index] : NaN,
      };
    }),
    evaluations: fit.evaluations,
    converged: fit.converged,
    scaleTrials: scaleFactors.map((scaleFactor) => ({
      scaleFactor,
      heldBackError: heldBackError(subject, fitConstants(subject, { scaleFactor }).modelled),
    })),
  };
}

/** Root of the mean square of ln(modelled / observed) over the observations held back; 0.1 is about 10 %. */
function heldBackError({ observations }: Subject, modelled: ArrayLike<number>): number {
  const squares = observations.flatMap(({ fittedCorridor, tonnesPerYear }, index) => {
    const miss = log(modelled[index] / tonnesPerYear);
    return fittedCorridor === undefined ? [miss * miss] : [];
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
