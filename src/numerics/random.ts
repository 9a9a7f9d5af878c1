// Named random streams: a seed and a key give one stream of numbers, whatever else is drawn.

import seedrandom from 'seedrandom';

/** Gives the next number of a stream, uniform on [0, 1). */
export type RandomStream = () => number;

/**
 * The stream of a seed and a key, for instance `stream('trans-afghan', 'demand.coal.volume', 17)`.
 * Different keys give unrelated streams; the same key gives the same numbers on every machine.
 */
export function stream(seed: string, ...key: readonly (string | number)[]): RandomStream {
  return seedrandom(asciiJson([seed, ...key]));
}

/** JSON with every character outside printable ASCII escaped: the generator looks at the low byte of a character only. */
function asciiJson(key: readonly (string | number)[]): string {
  return JSON.stringify(key).replace(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
