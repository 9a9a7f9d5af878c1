// Puts what came of an expectation into words, in a unit that reads well.

import { formatNumber, formatSigned, tonneScale } from './format.ts';
import type { MeasuredExpectation } from './scenario-view.ts';

/** The mean and its interval, such as `−0.95 Mt` and `−1.20 to −0.70`; an interval of one replication is empty. */
export function measuredWords({ measured, unit }: MeasuredExpectation): {
  readonly mean: string;
  readonly interval: string;
} {
  const { factor, name, decimals, isSigned } = scaleOf(unit, measured.mean);
  const text = (value: number) =>
    isSigned ? formatSigned(value * factor, decimals) : formatNumber(value * factor, decimals);
  const interval = Number.isNaN(measured.lower)
    ? ''
    : `${text(measured.lower)} to ${text(measured.upper)}`;
  return { mean: `${text(measured.mean)} ${name}`, interval };
}

function scaleOf(unit: string, mean: number) {
  if (unit === '1') return { factor: 100, name: '%', decimals: 1, isSigned: false };
  if (unit === 'day') return { factor: 1, name: 'days', decimals: 1, isSigned: false };
  const scale = tonneScale([mean]);
  const { unit: name, decimals } = scale;
  return { factor: 1 / scale.tonnesPerUnit, name, decimals, isSigned: true };
}
