import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/conformance/**/*.test.ts'],
    globalSetup: ['tests/conformance/make-all.ts'],
    setupFiles: ['tests/support/seed.ts'],
    pool: 'forks',
    // The judges are processes of their own and use the cores themselves.
    fileParallelism: false,
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
