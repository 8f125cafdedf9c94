/** @typedef {import('./tested-engine.mjs').TestedEngine} TestedEngine */

const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`

/** A table of Markdown, with `left` as its first column. */
function table(/** @type {string[]} */ heads, /** @type {string[][]} */ rows) {
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
}

function passedOf(/** @type {TestedEngine} */ { areas }, /** @type {string} */ area) {
  const counted = areas[area]
  return counted === undefined ? '–' : `${counted.passed} of ${counted.passed + counted.failed}`
}

/**
 * The page docs/browsers.md: what was tested in each engine, and what its driver can't do.
 * @param {TestedEngine[]} engines
 * @param {string} day of the run, for example 2026-11-27
 */
export function browsersPage(engines, day) {
  const areas = [...new Set(engines.flatMap((engine) => Object.keys(engine.areas)))].toSorted()
  const total = (/** @type {TestedEngine} */ engine) =>
    Object.values(engine.areas).reduce((sum, { passed }) => sum + passed, 0)
  return `# Browsers

The portal is tested in the engines of all current browsers. \`npm test\` runs every browser test in Chromium, which is the engine of
Edge and Chrome. \`npm run test:engines\` runs the tests below in Firefox ESR and in WebKit, the engine of Safari, and fails if one of
them fails. Where a machine can't have an engine, the run names it and continues. \`npm run test:engines -- firefox --all\` runs every
browser test in Firefox but those that its driver can't run.

This page is written by \`npm run test:engines -- --table\`. The last run was on ${day}.

## Tests passed

${table(
  ['Area', ...engines.map(({ name }) => name)],
  [
    ...areas.map((area) => [area, ...engines.map((engine) => passedOf(engine, area))]),
    ['**Together**', ...engines.map((engine) => `**${total(engine)}**`)],
    ['Version', ...engines.map(({ version }) => version)],
    ['Driven by', ...engines.map(({ how }) => how)],
    ['Minutes', ...engines.map(({ seconds }) => (seconds / 60).toFixed(1))],
  ],
)}

A dash: the area isn't among the tests of that engine.

## Limits of the drivers

These can't be tested there, for reasons of the tool that operates the browser and not of the portal.

${table(
  ['Engine', 'Not tested', 'Reason'],
  engines.flatMap(({ name, limits }) => limits.map(({ what, reason }) => [name, what, reason])),
)}
`
}
