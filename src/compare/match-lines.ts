// Walks two files line by line, puts lines with the same key together, and says which have no partner.

/** The lines of a file from the current one on. */
export interface Lines {
  /** Whether there is a current line. */
  readonly hasLine: boolean;
  /** The line so many places ahead, undefined beyond the end. */
  peek(ahead: number): string | undefined;
  advance(): void;
}

/** What is done with the lines. */
export interface LineMatcher {
  /** True when the current lines of both have the same bytes. */
  same(): boolean;
  keyOf(line: string): string;
  /** A line of each with the same key but other bytes; or of one only. */
  changed(first: string, second: string): void;
  missing(first: string): void;
  extra(second: string): void;
}

/** Lines looked at on either side to find the place from which the files go on alike. */
const window = 40;
/** Where they do not, so many lines are taken one by one before it is tried again, doubling each time, up to this. */
const longestPause = 1 << 16;

/**
 * Matches the lines of two files. Files in the same order are walked side by side; lines out of place wait for their
 * partner, so that memory grows with the disorder alone. Of lines with equal keys the first goes with the first.
 */
export function matchLines(first: Lines, second: Lines, matcher: LineMatcher): void {
  const waiting = { first: new Waiting(), second: new Waiting() };
  const setAside = (side: 'first' | 'second', lines: Lines) => {
    const line = lines.peek(0)!;
    const key = matcher.keyOf(line);
    const partner = waiting[side === 'first' ? 'second' : 'first'].take(key);
    if (partner === undefined) waiting[side].put(key, line);
    else if (side === 'first') compare(line, partner);
    else compare(partner, line);
    lines.advance();
  };
  const compare = (a: string, b: string) => {
    if (a !== b) matcher.changed(a, b);
  };
  let pause = 0;
  let nextPause = 1;
  while (first.hasLine && second.hasLine) {
    if (matcher.same()) {
      first.advance();
      second.advance();
      continue;
    }
    const a = first.peek(0)!;
    const b = second.peek(0)!;
    if (matcher.keyOf(a) === matcher.keyOf(b)) {
      matcher.changed(a, b);
      first.advance();
      second.advance();
      continue;
    }
    const shift = pause > 0 ? undefined : findShift(first, second, matcher);
    if (shift) nextPause = 1;
    else if (pause > 0) pause -= 1;
    else {
      pause = nextPause;
      nextPause = Math.min(2 * nextPause, longestPause);
    }
    for (let count = shift?.first ?? 1; count > 0; count--) setAside('first', first);
    for (let count = shift?.second ?? 1; count > 0; count--) setAside('second', second);
  }
  while (first.hasLine) setAside('first', first);
  while (second.hasLine) setAside('second', second);
  for (const line of waiting.first.rest()) matcher.missing(line);
  for (const line of waiting.second.rest()) matcher.extra(line);
}

/** The fewest lines to skip on both sides until the keys agree. */
function findShift(
  first: Lines,
  second: Lines,
  { keyOf }: LineMatcher,
): { first: number; second: number } | undefined {
  const ahead = new Map<string, number>();
  for (let index = 0; index < window; index++) {
    const line = second.peek(index);
    if (line === undefined) break;
    const key = keyOf(line);
    if (!ahead.has(key)) ahead.set(key, index);
  }
  let best: { first: number; second: number } | undefined;
  for (let index = 0; index < window; index++) {
    const line = first.peek(index);
    if (line === undefined) break;
    const other = ahead.get(keyOf(line));
    if (other !== undefined && (!best || index + other < best.first + best.second))
      best = { first: index, second: other };
  }
  return best;
}

/** Lines that wait for their partners, in order of arrival. */
class Waiting {
  private readonly lines = new Map<string, string | string[]>();

  put(key: string, line: string): void {
    const others = this.lines.get(key);
    if (others === undefined) this.lines.set(key, line);
    else this.lines.set(key, typeof others === 'string' ? [others, line] : [...others, line]);
  }

  take(key: string): string | undefined {
    const lines = this.lines.get(key);
    if (lines === undefined) return undefined;
    if (typeof lines === 'string' || lines.length === 1) this.lines.delete(key);
    else this.lines.set(key, lines.slice(1));
    return typeof lines === 'string' ? lines : lines[0];
  }

  rest(): string[] {
    return [...this.lines.values()].flat();
  }
}
