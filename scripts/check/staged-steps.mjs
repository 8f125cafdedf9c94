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
