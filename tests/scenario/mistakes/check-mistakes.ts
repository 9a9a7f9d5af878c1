// Checks that a mistake in a file is exactly one problem, at the marked place.

import { expect, test } from 'vitest';
import { loadScenario } from '../../../src/scenario/load.ts';
import { type Edit, editStudy } from '../study.ts';

/** A mistake: what is edited, with « before the character where the caret must stand, and what is said. */
export interface Mistake {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export function checkMistakes(mistakes: readonly Mistake[]): void {
  test.each(mistakes)('$name', ({ edits, code, message, hint }) => {
    const { files, place } = editStudy(edits);
    const { problems } = loadScenario('closure.yaml', (path) => files.get(path));
    const found = problems.map((problem) => {
      const { file, line, column } = problem;
      return `${file}:${line}:${column} ${problem.code}: ${problem.message}`;
    });
    expect(found).toEqual([`${place} ${code}: ${message}`]);
    if (hint !== undefined) expect(problems[0].hint).toBe(hint);
  });
}
