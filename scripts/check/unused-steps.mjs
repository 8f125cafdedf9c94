const config = ['--config', 'scripts/check/knip.config.js', '--no-progress', '--no-config-hints']

/** What is unused; and what only tests use. */
export const unusedSteps = [
  { name: 'unused', command: 'knip', args: config, minutes: 10 },
  {
    name: 'test-only',
    command: 'knip',
    args: [...config, '--production', '--include', 'files,exports,types'],
    minutes: 10,
  },
]
