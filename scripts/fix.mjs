// npm run fix: what tools can fix by themselves, the format of all files and some of lint's findings.
import { runStep } from './run-step.mjs'

const lint = await runStep({
  name: 'lint',
  command: 'oxlint',
  args: ['--type-aware', '--fix', '--format=unix'],
  minutes: 4,
})
const format = await runStep({ name: 'format', command: 'oxfmt', args: [], minutes: 1 })
process.exitCode = lint.ok && format.ok ? 0 : 1
