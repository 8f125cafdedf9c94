// npm run test:engines [-- webkit or firefox]: the portal in the engines of other browsers than Chromium. Prints each
// test and "N passed, N failed"; exits with 1 if one failed. An engine that this machine can't have is named, and fails
// nothing.
import { isBuilt } from './build/web-build-state.mjs'
import { firefoxTests } from './engines/firefox/firefox-tests.mjs'
import { webKitWalk } from './engines/webkit/webkit-walk.mjs'
import { root, runStep } from './run-step.mjs'
import { endWith } from './test/bounded-story.mjs'

const asked = process.argv.slice(2)
const isAsked = (/** @type {string} */ engine) => asked.length === 0 || asked.includes(engine)

if (!isBuilt(root)) await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 3 })
const outcomes = [
  ...(isAsked('webkit') ? [await webKitWalk()] : []),
  ...(isAsked('firefox') ? [await firefoxTests()] : []),
]
endWith({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  said: outcomes.flatMap(({ said }) => said ?? []).join('\n'),
})
