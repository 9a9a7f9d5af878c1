// Bundles the package into dist: few files that Node reads at once, and the parts that a command needs loaded with it.

import { build } from 'esbuild';

/** What all bundles share: readable code, with maps to the source. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'linked',
  logLevel: 'warning',
} as const;

/** Bundled packages in CommonJS ask for Node's own modules by `require`, which a module lacks. */
const banner = `import { createRequire as createBundleRequire } from 'node:module';
const require = createBundleRequire(import.meta.url);`;

await build({
  ...common,
  entryPoints: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
  // Reads a binary of its own.
  external: ['@resvg/resvg-js'],
});

// A thread starts a third sooner from one file in CommonJS than from modules that import each other.
await build({
  ...common,
  entryPoints: {
    'replicate/worker': 'src/replicate/worker.ts',
    'replicate/worker-routes': 'src/replicate/worker-routes.ts',
  },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});

await build({
  ...common,
  entryPoints: { 'scenario/math-parser': 'src/scenario/math-parser.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
});
