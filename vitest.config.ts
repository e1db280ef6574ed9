import { defineConfig } from 'vitest/config'

// Tests run on sources: the condition picks src/index.ts of every workspace package, so nothing is built first.
export default defineConfig({
  resolve: { conditions: ['@labelport/source'] },
  ssr: { resolve: { conditions: ['@labelport/source'] } },
  test: {
    include: [
      'test/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'packages/formats/*/test/**/*.test.ts',
      'packages/targets/*/test/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
    ],
    exclude: [
      '**/node_modules/**',
      '**/*.browser.test.ts',
      '**/*.interop.test.ts',
      '**/*.redis.test.ts',
    ],
    setupFiles: ['test/seeded.ts', 'test/leak-scan.ts'],
    // A machine that is busy is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
