// Where a worker thread starts: the built worker.js, or worker.ts by way of tsx when run from source.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * The module to start a thread with. Node cannot load TypeScript in a thread, not even when the main
 * thread runs under tsx, so that from source a small `data:` module registers tsx there first.
 */
export function workerEntry(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./worker.js', import.meta.url);
  const require = createRequire(import.meta.url);
  const tsxFolder = pathToFileURL(require.resolve('tsx/package.json'));
  const api = new URL('./dist/esm/api/index.mjs', tsxFolder).href;
  const worker = new URL('./worker.ts', import.meta.url).href;
  const code = `
    import { register } from ${JSON.stringify(api)};
    register();
    await import(${JSON.stringify(worker)});
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
