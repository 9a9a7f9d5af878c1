// Tells from the digits alone, without reading them as numbers, that two lines of a table agree.

const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const nine = 57;

/** Bytes of a line: from `start` to before `end`. */
export interface LineBytes {
  readonly buffer: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * True only when every field has the same bytes in both lines, or is a number in both, without exponent, that begins
 * with the same `digits` significant digits before or after the same point: then the two are apart by less than
 * 10^(1 - digits) of either. False says nothing: the fields must be read.
 * @param isNumber by column, 1 = numbers
 */
export function areAlike(
  first: LineBytes,
  second: LineBytes,
  digits: number,
  isNumber: Uint8Array,
): boolean {
  const a = first.buffer;
  const b = second.buffer;
  let at = first.start;
  let other = second.start;
  for (let column = 0; ; column++) {
    let significant = 0;
    let seenPoint = false;
    while (at < first.end && other < second.end && a[at] === b[other] && a[at] !== comma) {
      const byte = a[at];
      if (byte === point) seenPoint = true;
      else if (byte >= zero && byte <= nine) {
        if (significant > 0 || byte !== zero) significant += 1;
      } else if (byte !== minus && isNumber[column] === 1) return false;
      at += 1;
      other += 1;
    }
    const ended = at === first.end || a[at] === comma;
    const otherEnded = other === second.end || b[other] === comma;
    if (!ended || !otherEnded) {
      if (isNumber[column] === 0 || !seenPoint || significant < digits) return false;
      at = skipDigits(a, at, first.end);
      other = skipDigits(b, other, second.end);
      if (at < 0 || other < 0) return false;
    }
    if (at === first.end || other === second.end) return at === first.end && other === second.end;
    at += 1;
    other += 1;
  }
}

/** The end of the field, -1 when something else than digits stands before it. */
function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== comma) {
    if (bytes[at] < zero || bytes[at] > nine) return -1;
    at += 1;
  }
  return at;
}
