import { defineConfig } from 'vitest/config'

// The tests of the guards that stryker.config.mjs mutates, and no others: each mutant runs all of these.
export default defineConfig({
  test: {
    include: [
      'apps/bff/src/attacks/cross-site.test.ts',
      'apps/bff/src/attacks/tokens.test.ts',
      'apps/bff/src/auth/caller.test.ts',
      'apps/bff/src/auth/everyone-signed-out.test.ts',
      'apps/bff/src/auth/signed-out-tokens.test.ts',
      'apps/bff/src/auth/signing-keys.test.ts',
      'apps/bff/src/http/own-origin.test.ts',
      'apps/bff/src/http/problem.test.ts',
      'packages/arm/src/{refused-character,resource-id}.test.ts',
      'packages/code/src/quoting/*.test.ts',
      'packages/version-update/src/updated-version.test.ts',
    ],
    testTimeout: 20_000,
    restoreMocks: true,
  },
})
