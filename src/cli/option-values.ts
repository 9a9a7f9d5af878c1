// What the declarations of commands share: checks of option values, and the form of an example.

import { InvalidArgumentError } from 'commander';
import { parseDate } from '../model/calendar.ts';

/** Text after a command's help. */
export function example(command: string): string {
  return `\nExample:\n  ${command}`;
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number, at least 1.');
  }
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0) {
    throw new InvalidArgumentError('It must be a whole number, at least 0.');
  }
  return value;
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0))
    throw new InvalidArgumentError('It must be a number, at least 0.');
  return value;
}

/** Day number of a date. */
export function date(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new InvalidArgumentError('It must be a date such as 2027-07-01.');
  return day;
}
