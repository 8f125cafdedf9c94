// The checks of .githooks/pre-commit: those that take seconds, on the files to be committed.
import { execFileSync } from 'node:child_process'
import { runStep } from '../run-step.mjs'
import { stepsFor } from './staged-steps.mjs'

const staged = execFileSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'], {
  encoding: 'utf8',
})
let failed = false
for (const step of stepsFor(staged.split('\0').filter((path) => path !== ''))) {
  const { ok } = await runStep(step)
  failed ||= !ok
}
if (failed)
  console.log(
    'Not committed. "npm run fix" puts layout and some of lint right; "git commit --no-verify" skips these checks.',
  )
process.exitCode = failed ? 1 : 0
