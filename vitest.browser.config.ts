import { defineConfig } from 'vitest/config'

// Tests run in Node and drive a Chromium that shows the built page; see apps/demo/test/browser-setup.mjs.
export default defineConfig({
  resolve: { conditions: ['@labelport/source'] },
  ssr: { resolve: { conditions: ['@labelport/source'] } },
  test: {
    include: ['apps/*/test/**/*.browser.test.ts', 'packages/client/test/*.browser.test.ts'],
    globalSetup: ['apps/demo/test/browser-setup.mjs'],
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
  },
})
