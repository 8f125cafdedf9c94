// npm run test:engines: the portal in the engines of other browsers than Chromium. Prints each step and "N passed, N
// failed"; exits with 1 if one failed. An engine that this machine can't have is named, and fails nothing.
import { isBuilt } from './build/web-build-state.mjs'
import { webKitWalk } from './engines/webkit/webkit-walk.mjs'
import { root, runStep } from './run-step.mjs'
import { endWith } from './test/bounded-story.mjs'

if (!isBuilt(root)) await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 3 })
endWith(await webKitWalk())
