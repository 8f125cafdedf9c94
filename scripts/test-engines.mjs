// npm run test:engines [-- webkit or firefox]: the portal in the engines of other browsers than Chromium. Prints each
// test and "N passed, N failed"; exits with 1 if one failed. An engine that this machine can't have is named, and fails
// nothing. With --table, a run of all engines without a failure writes docs/browsers.md. With --all, it runs every
// browser test in Firefox, or those of the files after it; with --table too, the page counts them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build/web-build-state.mjs'
import { browsersPage } from './engines/browsers-page.mjs'
import { countTests, firefoxLimits, firefoxTests } from './engines/firefox/firefox-tests.mjs'
import { limits as webKitLimits } from './engines/webkit/story.mjs'
import { webKitWalk } from './engines/webkit/webkit-walk.mjs'
import { root } from './run-step.mjs'
import { endWith, sumOf } from './test/outcome.mjs'

const [...asked] = process.argv.slice(2).filter((argument) => argument !== '--table')
const all = asked.indexOf('--all')
/** The files of a run of everything; undefined for the usual one. */
const files = all < 0 ? undefined : asked.splice(all).slice(1)
const isAsked = (/** @type {string} */ engine) => asked.length === 0 || asked.includes(engine)

await buildIfStale()
// One after the other: each takes all of the processor that it gets.
const outcomes = [
  ...(isAsked('firefox') ? [await firefoxTests(files)] : []),
  ...(isAsked('webkit') ? [await webKitWalk()] : []),
]
const { passed, failed } = sumOf(outcomes)
if (process.argv.includes('--table')) {
  const store = join(root, 'scripts/engines/tested.json')
  const { day, engines, inFirefox } = JSON.parse(readFileSync(store, 'utf8'))
  const tested = outcomes.flatMap((outcome) => outcome.tested ?? [])
  const isNew = failed === 0 && tested.length === 2
  const everRun = Object.assign({}, inFirefox.files, ...outcomes.map((outcome) => outcome.files))
  const isThere = (/** @type {string} */ file) => existsSync(join(root, 'e2e', `${file}.spec.ts`))
  // A file that was renamed counts under its new name, once it has run.
  const ran = Object.fromEntries(Object.entries(everRun).filter(([file]) => isThere(file)))
  if (!isNew && files === undefined)
    console.log('docs/browsers.md is left as it was: it is of a run of all engines without a failure')
  else {
    const now = {
      ...(isNew ? { day: new Date().toISOString().slice(0, 10), engines: tested } : { day, engines }),
      inFirefox: { ...countTests(), files: ran },
    }
    writeFileSync(store, `${JSON.stringify(now, undefined, 2)}\n`)
    writeFileSync(join(root, 'docs/browsers.md'), browsersPage(now, { Firefox: firefoxLimits, WebKit: webKitLimits }))
  }
}
endWith({ passed, failed, said: outcomes.flatMap(({ said }) => said ?? []).join('\n') })
