// Where a worker thread starts: the built module, or the one in TypeScript by way of tsx when run from source.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The modules that threads can be started with. */
export type WorkerModule = 'worker' | 'worker-routes';

/**
 * The module to start a thread with. Node cannot load TypeScript in a thread, not even when the main
 * thread runs under tsx, so that from source a small `data:` module registers tsx there first.
 */
export function workerEntry(module: WorkerModule): URL {
  const { resolve } = createRequire(import.meta.url);
  if (!import.meta.url.endsWith('.ts')) return pathToFileURL(resolve(`#${module}`));
  const tsxFolder = pathToFileURL(resolve('tsx/package.json'));
  const api = new URL('./dist/esm/api/index.mjs', tsxFolder).href;
  const worker = new URL(`./${module}.ts`, import.meta.url).href;
  const code = `
    import { register } from ${JSON.stringify(api)};
    register();
    await import(${JSON.stringify(worker)});
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
