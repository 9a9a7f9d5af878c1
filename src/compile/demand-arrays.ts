// Lays out the tonnes of each cell and calendar year.

import type { Flow } from '../model/demand.ts';
import type { AmountRegister } from './amount-register.ts';
import type { DemandArrays, TimeArrays } from './compiled-model.ts';

/** Lays out the demand; the volumes are registered as amounts. */
export function layOutDemand(
  flows: readonly Flow[],
  { yearDays }: TimeArrays,
  amounts: AmountRegister,
): DemandArrays {
  return {
    volume: Int32Array.from(flows, (flow) => amounts.add(flow.volumeTonnesPerYear)),
    yearFactor: yearFactors(flows, yearDays.length),
  };
}

/** Volume factor of each flow and calendar year [cells * years]. */
export function yearFactors(flows: readonly Flow[], years: number): Float64Array {
  return Float64Array.from(flows.flatMap((flow) => flow.volumeFactors.slice(0, years)));
}
