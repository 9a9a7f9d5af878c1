// Says in words what an event does.

import type { CargoFilter, Effect, Repeat } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Amount, UncertainInput } from '../model/uncertainty.ts';
import { type Distribution, quantileOf } from '../numerics/distributions.ts';
import { listNames, type NamedPlace, namePlaces } from './place-names.ts';

/** Commodities and places that are named, of a list of each. */
const mostNamed = 4;

/** What gives an effect's ids their names and its uncertain amounts their ranges. */
export interface EffectContext extends Pick<Scenario, 'commodities' | 'inputs'> {
  readonly network: { readonly nodes: readonly NamedPlace[] };
}

/** For instance `adds 18 USD/t (Containers)` or `bans 20 to 40 % of the cargo (from India)`. */
export function describeEffect(effect: Effect, context: EffectContext): string {
  const text = (amount: Amount, factor: number) => amountText(amount, factor, context.inputs);
  const cargoText = (filter: CargoFilter) => describeCargo(filter, context);
  switch (effect.kind) {
    case 'close':
      return 'closes';
    case 'open':
      return 'opens';
    case 'capacity':
      return `multiplies capacity by ${text(effect.factor, 1)}`;
    case 'demand':
      return `multiplies demand by ${text(effect.factor, 1)}${cargoText(effect.cargo)}`;
    case 'cost':
      return `adds ${text(effect.perTonne, 1)} USD/t${cargoText(effect.cargo)}`;
    case 'time':
      return `adds ${text(effect.days, 1)} days${cargoText(effect.cargo)}`;
    case 'risk':
      return `adds ${text(effect.valueShare, 100)} % of the cargo's value${cargoText(effect.cargo)}`;
    case 'ban':
      return `bans ${text(effect.share, 100)} % of the cargo${cargoText(effect.cargo)}`;
  }
}

/** For instance `again and again: 2 to 14 days, on average 60 days after the last`. */
export function describeRepeat(
  { meanDaysBetween, lengthDays }: Repeat,
  { inputs }: Pick<EffectContext, 'inputs'>,
): string {
  const length = typeof lengthDays === 'number' ? digits(lengthDays) : describeRange(lengthDays, 1);
  const between = amountText(meanDaysBetween, 1, inputs);
  return `again and again: ${length} days, on average ${between} days after the last`;
}

/** A constant, or the range of an input. */
function amountText(amount: Amount, factor: number, inputs: readonly UncertainInput[]): string {
  if (typeof amount === 'number') return digits(amount * factor);
  const input = inputs.find(({ name }) => name === amount.input);
  return input ? describeRange(input.distribution, factor) : amount.input;
}

/** `20 to 40`: lowest and highest value times the factor; of a bell curve the middle 95 %, rounded to two digits. */
export function describeRange(distribution: Distribution, factor: number): string {
  const { kind } = distribution;
  if (kind !== 'normal' && kind !== 'lognormal' && kind !== 'exponential')
    return `${digits(distribution.low * factor)} to ${digits(distribution.high * factor)}`;
  const [low, high] = [0.025, 0.975].map((probability) => quantileOf(distribution, probability));
  return `mostly ${digits(low * factor, 2)} to ${digits(high * factor, 2)}`;
}

/** Rounded, so that 0.3 * 100 reads 30. */
function digits(value: number, count = 6): string {
  return String(Number(value.toPrecision(count)));
}

/** In brackets, with a space in front; empty when all cargo is meant. */
function describeCargo(filter: CargoFilter, { commodities, network }: EffectContext): string {
  const nameOf = (id: string) => commodities.find((commodity) => commodity.id === id)?.name ?? id;
  const placesText = (ids: readonly string[]) =>
    listNames(namePlaces(ids, network.nodes), ', ', mostNamed);
  // Names of commodities hold commas.
  const parts = [
    listNames(filter.commodities.map(nameOf), '; ', mostNamed),
    filter.origins.length > 0 ? `from ${placesText(filter.origins)}` : '',
    filter.destinations.length > 0 ? `to ${placesText(filter.destinations)}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}
