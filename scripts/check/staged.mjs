// The checks of .githooks/pre-commit: those that take seconds, on the files to be committed.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runStep } from '../run-step.mjs'

const node = process.execPath

/**
 * The quick checks of these files: none if no check concerns them.
 * @param {string[]} files paths relative to the project's folder
 */
export function stepsFor(files) {
  const sources = files.filter((path) => /\.([cm]?[jt]s|tsx)$/.test(path))
  const formatted = files.filter((path) => /\.([cm]?[jt]s|tsx|json|ya?ml|css|html)$/.test(path))
  return [
    {
      name: 'format',
      command: 'oxfmt',
      args: ['--check', '--no-error-on-unmatched-pattern', ...formatted],
      of: formatted,
    },
    // Without types: those take half a minute, and `npm run check` checks them.
    { name: 'lint', command: 'oxlint', args: ['--deny-warnings', '--format=unix', ...sources], of: sources },
    { name: 'house', command: node, args: ['scripts/check/house-rules.mjs'], of: sources },
    // A document might name any deleted file.
    { name: 'links', command: node, args: ['scripts/check/links.mjs'], of: files },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ name, command, args }) => ({ name, command, args, minutes: 1 }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
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
}
