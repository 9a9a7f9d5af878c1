// The compiled kernel that is committed is what its source compiles to. `npm run generate` makes it anew.

import { resolve } from 'node:path';
import asc from 'assemblyscript/asc';
import { expect, test } from 'vitest';

const options = [
  ...['-O3', '--runtime', 'stub', '--noAssert', '--memoryBase', '1024'],
  ...['--importMemory', '--sharedMemory', '--maximumMemory', '32768'],
  ...['--enable', 'threads', '--enable', 'simd', '--enable', 'bulk-memory'],
];

test('src/kernel/kernel-bytes.ts holds the compiled src/kernel/assembly', async () => {
  const bytes = await compile();
  await expect(moduleOf(bytes)).toMatchFileSnapshot(resolve('src/kernel/kernel-bytes.ts'));
});

async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['src/kernel/assembly/kernel.ts', ...options, '--outFile', 'kernel.wasm'],
    {
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents as Uint8Array;
      },
    },
  );
  if (error || !binary) throw new Error(`${error?.message}\n${stderr.toString()}`);
  return binary;
}

/** A module of TypeScript, so that the kernel needs no file to be found and read when a thread starts. */
function moduleOf(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,100}/g)!;
  return [
    "// The kernel compiled from src/kernel/assembly, as a WebAssembly module. Made by `npm run generate`; don't edit.",
    '',
    'const base64 = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
    "export const kernelBytes = new Uint8Array(Buffer.from(base64, 'base64'));",
    '',
  ].join('\n');
}
