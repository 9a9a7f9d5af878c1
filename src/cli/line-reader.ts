// Reads a file line by line through a buffer, without making texts of lines that nobody looks at.

import { closeSync, openSync, readSync } from 'node:fs';
import { areAlike, type LineBytes } from '../compare/alike.ts';
import type { Lines } from '../compare/match-lines.ts';

const bufferBytes = 1 << 20;
const lineFeed = 10;

/** Lines of a file, as Latin-1 texts: one character a byte, so that keys and numbers need no decoding. */
export class LineReader implements Lines, LineBytes {
  private readonly file: number;
  buffer = Buffer.alloc(bufferBytes);
  /** The current line, and the end of what is read. */
  start = 0;
  end = 0;
  private filled = 0;
  private atEnd = false;
  hasLine = false;

  constructor(path: string) {
    this.file = openSync(path, 'r');
    this.find();
  }

  advance(): void {
    this.start = this.end + 1;
    this.find();
  }

  peek(ahead: number): string | undefined {
    let start = this.start;
    let end = this.hasLine ? this.end : -1;
    for (let line = 0; line < ahead && end >= 0; line++) {
      start = end + 1;
      const moved = this.start;
      end = this.endFrom(start);
      // Reading on moves the current line to the front of the buffer.
      start -= moved - this.start;
    }
    return end < 0 ? undefined : this.buffer.toString('latin1', start, end);
  }

  /** Whether the current lines of two readers have the same bytes, or, with digits above 0, are alike. */
  equals(other: LineReader, digits: number, isNumber: Uint8Array): boolean {
    const same =
      this.end - this.start === other.end - other.start &&
      this.buffer.compare(other.buffer, other.start, other.end, this.start, this.end) === 0;
    return same || (digits > 0 && areAlike(this, other, digits, isNumber));
  }

  close(): void {
    closeSync(this.file);
  }

  private find(): void {
    const end = this.endFrom(this.start);
    this.hasLine = end >= 0;
    if (end >= 0) this.end = end;
  }

  /** End of the line that starts at a place, -1 = there is none. May move what is in the buffer, and `start` with it. */
  private endFrom(place: number): number {
    let from = place;
    for (;;) {
      const end = this.buffer.indexOf(lineFeed, from);
      if (end >= 0 && end < this.filled) return end;
      if (this.atEnd) return from < this.filled ? this.filled : -1;
      from -= this.fill();
    }
  }

  /** Reads on; what lies before the current line is dropped. Returns by how much the rest moved to the front. */
  private fill(): number {
    const dropped = this.start;
    const kept = this.filled - dropped;
    const roomy =
      kept * 2 > this.buffer.length ? Buffer.alloc(this.buffer.length * 2) : this.buffer;
    this.buffer.copy(roomy, 0, dropped, this.filled);
    this.buffer = roomy;
    this.start = 0;
    this.end -= dropped;
    const bytes = readSync(this.file, this.buffer, kept, this.buffer.length - kept, null);
    this.filled = kept + bytes;
    this.atEnd = bytes === 0;
    return dropped;
  }
}
