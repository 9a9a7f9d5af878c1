// What is said when `--scenario` is needed, or names no scenario.

import { nearestHint } from '../scenario/nearest.ts';

/** A file gives several scenarios where a command takes one. */
export function severalScenarios(file: string, names: readonly string[]): string {
  return `${file} gives several scenarios; say --scenario with one of: ${names.join(', ')}`;
}

/**
 * There is no scenario of this name.
 * @param place where it was looked for, as in "in these files"
 */
export function noScenario(name: string, place: string, names: readonly string[]): string {
  const hint = nearestHint(name, names) || `there are: ${names.join(', ')}`;
  return `there is no scenario "${name}" ${place}; ${hint}`;
}
