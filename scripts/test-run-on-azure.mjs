// npm run test:run-on-azure: follows docs/run-on-azure.md in a fresh copy of the project, with the simulator as Azure:
// runs the page's commands unchanged with the real az and openssl, compares their output with the page, signs in with a
// browser, creates an encrypted version, and reads it with az. Prints each step and "N passed, N failed"; exits with 1
// if one failed. If az isn't available, it says so and exits with 0.
//   --npm-ci: run the page's "npm ci" too; without it, the packages that are installed here are linked
import { parseArgs } from 'node:util'
import { findAz } from './az/find-az.mjs'
import { runOnAzureStory } from './run-on-azure/story.mjs'
import { boundedStory } from './test/bounded-story.mjs'
import { findBrowser } from './test/find-browser.mjs'
import { endWith } from './test/outcome.mjs'

const { 'npm-ci': installs } = parseArgs({ options: { 'npm-ci': { type: 'boolean', default: false } } }).values

async function outcome() {
  if (!findAz())
    return { passed: 0, failed: 0, said: 'The Azure CLI is not installed and could not be: nothing is run.' }
  return boundedStory({ name: 'run-on-azure', limitMs: installs ? 700_000 : 500_000 }, (setting) =>
    runOnAzureStory({ ...setting, executablePath: findBrowser(), installs }),
  )
}

endWith(await outcome())
