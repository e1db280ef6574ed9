import { defineConfig } from 'vitest/config'

// Tests with a Redis of their own, and with the built program; run by scripts/redis.mjs.
export default defineConfig({
  resolve: { conditions: ['@labelport/source'] },
  ssr: { resolve: { conditions: ['@labelport/source'] } },
  test: {
    include: ['packages/*/test/**/*.redis.test.ts', 'test/redis/*.redis.test.ts'],
    globalSetup: ['test/redis/redis-setup.mjs'],
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
