// How the tests run: a slow or busy machine must not make them fail.

import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
