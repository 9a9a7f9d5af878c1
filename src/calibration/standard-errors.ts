// Carries the errors of the observed figures over to the constants fitted to them.

import { log } from '../numerics/elementary.ts';
import { inverse } from '../numerics/linear-solve.ts';
import { evaluate, type Subject } from './evaluate.ts';
import { type Fit, fittedObservations } from './fit-constants.ts';

/** Step of the numerical derivative, USD/t. */
const step = 1;

/**
 * Standard errors of the constants, USD/t, in the order of the fitted observations; undefined where the observations
 * do not determine the constants. With J_ij = ∂ ln(modelled i) / ∂ A_j and e_i the error of observation i as a share of it,
 * Cov A = J⁻¹ diag(e²) J⁻ᵀ (delta method, as many constants as observations).
 */
export function standardErrors(subject: Subject, fit: Fit): Float64Array | undefined {
  const fitted = fittedObservations(subject);
  const size = fitted.length;
  const jacobian = new Float64Array(size * size);
  fitted.forEach((observation, column) => {
    const corridor = subject.observations[observation].fittedCorridor!;
    const constants = new Map(fit.constants);
    constants.set(corridor, constants.get(corridor)! + step);
    const { modelled } = evaluate(subject, constants);
    fitted.forEach((other, row) => {
      jacobian[row * size + column] = log(modelled[other] / fit.modelled[other]) / step;
    });
  });
  const inverted = inverse(jacobian, size);
  if (!inverted) return undefined;
  return Float64Array.from(fitted, (_, row) => {
    let variance = 0;
    fitted.forEach((observation, column) => {
      const part = inverted[row * size + column] * subject.observations[observation].error;
      variance += part * part;
    });
    return Math.sqrt(variance);
  });
}
