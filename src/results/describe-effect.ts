// Says in words what an event does.

import type { CargoFilter, Effect } from '../model/event.ts';
import type { Amount, UncertainInput } from '../model/uncertainty.ts';

const placesNamed = 4;

/** For instance `adds 18 USD/t (container)` or `bans 20 to 40 % of the cargo (from BOM)`. */
export function describeEffect(effect: Effect, inputs: readonly UncertainInput[]): string {
  const text = (amount: Amount, factor: number) => amountText(amount, factor, inputs);
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

/** A constant, or the range of an input, rounded to six digits so that 0.3 * 100 reads 30. */
function amountText(amount: Amount, factor: number, inputs: readonly UncertainInput[]): string {
  const digits = (value: number) => String(Number((value * factor).toPrecision(6)));
  if (typeof amount === 'number') return digits(amount);
  const input = inputs.find(({ name }) => name === amount.input);
  if (!input) return amount.input;
  return `${digits(input.distribution.low)} to ${digits(input.distribution.high)}`;
}

function cargoText({ commodities, origins, destinations }: CargoFilter): string {
  const parts = [
    commodities.join(', '),
    placesText('from', origins),
    placesText('to', destinations),
  ].filter((part) => part !== '');
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

function placesText(preposition: string, places: readonly string[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, placesNamed).join(', ');
  const others = places.length - placesNamed;
  return `${preposition} ${named}${others > 0 ? ` and ${others} more` : ''}`;
}
