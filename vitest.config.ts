import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'examples/**/*.test.ts'],
    // Foreign validators and long runs: `npm run conformance`.
    exclude: ['tests/conformance/**'],
    setupFiles: ['tests/support/seed.ts'],
    pool: 'forks',
    // Vitest keeps a core for itself, though it only waits: on two cores half the machine stood idle.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that needs another zone or locale says so and runs a child process.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
})
