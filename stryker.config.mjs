// npm run test:mutation: changes the guards in every way that Stryker knows and asks which changes no test notices.
// docs/security/mutation.md has the outcome and explains the survivors.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'apps/bff/src/auth/caller.ts',
    'apps/bff/src/http/own-origin.ts',
    'packages/arm/src/refused-character.ts',
    'packages/arm/src/resource-id.ts',
    'packages/code/src/quoting/*.ts',
    'packages/version-update/src/updated-version.ts',
    '!**/*.test.ts',
  ],
  vitest: { configFile: 'vitest-guards.config.ts', related: false },
  // There is none: Stryker would rewrite it with the API of TypeScript 6, which TypeScript 7 does not have.
  tsconfigFile: 'none.json',
  ignorePatterns: ['docs', 'e2e', 'bench'],
  tempDirName: 'node_modules/.cache/stryker',
  coverageAnalysis: 'perTest',
  // What runs when a module is loaded would need all the tests for each change of it.
  ignoreStatic: true,
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
