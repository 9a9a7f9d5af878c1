// Turns what was read of a file into text, or says why it cannot be read: wrong encoding, too large, a folder.

import type { Place, SourceText } from './place.ts';
import { sourceText } from './place.ts';
import { fileProblem, type Problem, problemAt } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';

/** Why a path that exists gives no file. */
export interface UnreadableFile {
  readonly reason: 'folder' | 'too-large' | 'refused';
  /** In words, for a person. */
  readonly message: string;
}

/** Text or bytes of a file; undefined when there is no such file. */
export type ReadText = (path: string) => string | Uint8Array | UnreadableFile | undefined;

/** Bytes of the largest file that is read: YAML costs about fifty times its size in memory, a table less. */
const largest = { yaml: 8_000_000, csv: 32_000_000 };

/** The largest file of a name that is read, in bytes. */
export function largestSize(file: string): number {
  return file.endsWith('.csv') ? largest.csv : largest.yaml;
}

/**
 * The text of a file; undefined, and a problem, when it cannot be read.
 * @param named where another file names this one, if one does
 */
export function readSource(
  file: string,
  readText: ReadText,
  problems: Problem[],
  { named, missing }: { named?: Place; missing: string },
): SourceText | undefined {
  const report = (code: ProblemCode, message: string, hint = '') =>
    problems.push(
      named ? problemAt(named, code, message, hint) : fileProblem(file, code, message, hint),
    );
  const read = readText(file);
  if (read === undefined) {
    report('missing-file', missing);
  } else if (typeof read === 'string') {
    return checkedText(file, read, problems);
  } else if (read instanceof Uint8Array) {
    return decoded(file, read, problems);
  } else {
    const isFolder = read.reason === 'folder';
    const hint = isFolder ? `name the files in it: ${file.replace(/\/+$/, '')}/*.yaml` : '';
    report(read.reason === 'too-large' ? 'too-large' : 'not-a-file', read.message, hint);
  }
  return undefined;
}

/** Byte order marks of the encodings that are not read. */
const marks = [
  { name: 'UTF-32', bytes: [0xff, 0xfe, 0, 0] },
  { name: 'UTF-16', bytes: [0xff, 0xfe] },
  { name: 'UTF-16', bytes: [0xfe, 0xff] },
];
const advice = 'save the file as UTF-8';

function decoded(file: string, bytes: Uint8Array, problems: Problem[]): SourceText | undefined {
  const mark = marks.find((candidate) =>
    candidate.bytes.every((byte, index) => bytes[index] === byte),
  );
  const isWide = !mark && bytes.subarray(0, 4).includes(0) && bytes.length >= 2;
  if (mark || isWide) {
    const message = `the file is in ${mark?.name ?? 'UTF-16'}`;
    problems.push(fileProblem(file, 'wrong-encoding', message, advice));
    return undefined;
  }
  try {
    return checkedText(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems);
  } catch {
    problems.push(wrongByte(file, bytes));
    return undefined;
  }
}

/** The problem with the first byte that is no part of UTF-8; the text up to it is shown. */
function wrongByte(file: string, bytes: Uint8Array): Problem {
  const text = new TextDecoder('utf-8').decode(bytes);
  const offset = Math.max(0, firstWrongByte(bytes));
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const hex = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const source = sourceText(file, text);
  const place = { source, offset: sourceText(file, before).text.length };
  const message = `the byte ${hex} is no part of UTF-8; the file is perhaps in Latin-1`;
  return problemAt(place, 'wrong-encoding', message, advice);
}

/** Bytes that are UTF-8 from the start, at least: the longest such part, found by halving. */
function firstWrongByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Start(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** True when bytes are UTF-8, but for a character that is cut off at their end. */
function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** The text, unless there are characters in it that no editor shows. */
function checkedText(file: string, text: string, problems: Problem[]): SourceText | undefined {
  const source = sourceText(file, text);
  const offset = source.text.search(controlCharacter);
  if (offset < 0) return source;
  const code = source.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `the invisible character U+${code} stands here`;
  problems.push(problemAt({ source, offset }, 'wrong-encoding', message, 'remove it'));
  return undefined;
}
