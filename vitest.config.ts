import { defineConfig } from 'vitest/config'
import { guidePlugin } from './apps/web/guide/guide-plugin.ts'

// One project per part, so that a failure names its part and `vitest run packages/arm` finds it.
const project = (name: string, include: string[], globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include, globalSetup },
})

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**', 'e2e/**'],
    // Two cores: a third worker would only slow the others down.
    maxWorkers: 2,
    // Longer than the slowest test needs on a busy machine: they end what hangs, and do not measure speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    projects: [
      project('packages', ['packages/*/src/**/*.test.{ts,tsx}']),
      project('bff', ['apps/bff/src/**/*.test.ts'], ['scripts/test/find-redis.mjs']),
      {
        ...project('web', ['apps/web/src/**/*.test.{ts,tsx}', 'apps/web/{,guide/,styles/}*.test.ts']),
        plugins: [guidePlugin()],
      },
      project('scripts', ['scripts/**/*.test.mjs', 'bench/**/*.test.mjs']),
      project('deploy', ['deploy/**/*.test.mjs']),
    ],
  },
})
