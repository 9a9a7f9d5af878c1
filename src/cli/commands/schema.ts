// The command `schema`: prints the JSON Schema of a kind of file.

import { fileKinds, jsonSchemaText } from '../../scenario/json-schema.ts';
import { nearestHint } from '../../scenario/nearest.ts';
import { exitCodes } from '../exit-codes.ts';
import { sayError } from '../terminal.ts';

/** @returns exit code: done, or bad input when there is no such kind of file */
export function printSchema(asked: string): number {
  const kind = fileKinds.find((name) => name === asked);
  if (!kind) {
    const advice = nearestHint(asked, fileKinds) || `kinds: ${fileKinds.join(', ')}`;
    sayError(`there is no kind of file "${asked}"; ${advice}`);
    return exitCodes.badInput;
  }
  process.stdout.write(jsonSchemaText(kind));
  return exitCodes.done;
}
