import { defineConfig } from 'vitest/config'

// Slow tests that hand files to the real Python consumers; run by scripts/interop.mjs, which makes the environment.
export default defineConfig({
  resolve: { conditions: ['@labelport/source'] },
  ssr: { resolve: { conditions: ['@labelport/source'] } },
  test: {
    include: ['test/interop/*.interop.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
