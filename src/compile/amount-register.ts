// Gives amounts and uncertain inputs their indices.

import type { Amount, UncertainInput } from '../model/uncertainty.ts';
import type { AmountArrays } from './compiled-model.ts';

/** Collects the amounts of a scenario in the order of their registration. */
export class AmountRegister {
  readonly inputs: UncertainInput[];
  private readonly constants: number[] = [];
  private readonly inputOf: number[] = [];

  constructor(inputs: readonly UncertainInput[]) {
    this.inputs = [...inputs];
  }

  add(amount: Amount): number {
    this.constants.push(typeof amount === 'number' ? amount : Number.NaN);
    this.inputOf.push(typeof amount === 'number' ? -1 : this.indexOf(amount.input));
    return this.constants.length - 1;
  }

  addOccurrence(eventId: string): number {
    const name = `events.${eventId}.occurs`;
    this.inputs.push({ name, unit: '1', distribution: { kind: 'uniform', low: 0, high: 1 } });
    return this.inputs.length - 1;
  }

  arrays(): AmountArrays {
    return { constant: Float64Array.from(this.constants), input: Int32Array.from(this.inputOf) };
  }

  /** Registers an input of a compiled model that the scenario does not list, and gives the index of its amount. */
  addInput(input: UncertainInput): number {
    this.inputs.push(input);
    this.constants.push(Number.NaN);
    this.inputOf.push(this.inputs.length - 1);
    return this.constants.length - 1;
  }

  private indexOf(name: string): number {
    const index = this.inputs.findIndex((input) => input.name === name);
    if (index < 0)
      throw new Error(`uncertain input "${name}" is not in the scenario's list of inputs`);
    return index;
  }
}
