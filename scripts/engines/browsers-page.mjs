/** @typedef {import('./tested-engine.mjs').TestedEngine} TestedEngine */
/** @typedef {import('./tested-engine.mjs').Limit} Limit */

const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`

/** A table of Markdown, with `left` as its first column. */
function table(/** @type {string[]} */ heads, /** @type {string[][]} */ rows) {
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')
}

function passedOf(/** @type {TestedEngine} */ { areas }, /** @type {string} */ area) {
  const counted = areas[area]
  return counted === undefined ? '–' : `${counted.passed} of ${counted.passed + counted.failed}`
}

/** What ran of every browser test in Firefox, by file: not always in one run. */
function everyTest(/** @type {import('./tested-engine.mjs').EveryTest} */ { tests, leftOut, files }) {
  const counts = Object.values(files)
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  const missing = tests - leftOut - passed - failed
  return [
    `Of all ${tests} browser tests, ${passed + failed} were run with \`--all\`: ${passed} passed, and ${failed} failed.`,
    `${leftOut} are left out for the limits below${missing > 0 ? `, and ${missing} have not been run so yet` : ''}.`,
  ].join('\n')
}

/**
 * The page docs/browsers.md: what was tested in each engine, and what its driver can't do.
 * @param {import('./tested-engine.mjs').Tested} tested
 * @param {Record<string, Limit[]>} limits of the drivers, by name of the engine
 */
export function browsersPage({ day, engines, inFirefox }, limits) {
  const areas = [...new Set(engines.flatMap((engine) => Object.keys(engine.areas)))].toSorted()
  const total = (/** @type {TestedEngine} */ engine) =>
    Object.values(engine.areas).reduce((sum, { passed }) => sum + passed, 0)
  return `# Browsers

The portal is tested in the engines of all current browsers. \`npm test\` runs every browser test in Chromium, which is the engine of
Edge and Chrome. \`npm run test:engines\` runs the tests below in Firefox ESR and in WebKit, the engine of Safari, and fails if one of
them fails. Where a machine can't have an engine, the run names it and continues. \`npm run test:engines -- firefox --all\` runs every
browser test in Firefox but those that its driver can't run.

This page is written by \`npm run test:engines -- --table\`, last on ${day}; with \`firefox --all --table\`, its second part alone.

## Tests passed

${table(
  ['Area', ...engines.map(({ name }) => name)],
  [
    ...areas.map((area) => [area, ...engines.map((engine) => passedOf(engine, area))]),
    ['**Together**', ...engines.map((engine) => `**${total(engine)}**`)],
    ['Version', ...engines.map(({ version }) => version)],
    ['Driven by', ...engines.map(({ how }) => how)],
  ],
)}

A dash: the area isn't among the tests of that engine.

## Every test in Firefox

${everyTest(inFirefox)}

## Limits of the drivers

These can't be tested there, for reasons of the tool that operates the browser and not of the portal.

${table(
  ['Engine', 'Not tested', 'Reason'],
  Object.entries(limits).flatMap(([name, of]) => of.map(({ what, reason }) => [name, what, reason])),
)}
`
}
