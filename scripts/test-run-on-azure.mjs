// npm run test:run-on-azure: follows docs/run-on-azure.md in a fresh copy of the project, with the simulator in the
// role of Azure: runs the commands of the page as they stand with the real az and openssl, holds what they print
// against what the page shows, signs in with a browser, creates an encrypted version, and reads it with az.
// Prints each step and "N passed, N failed"; exits 1 if one failed. Where az cannot be had it says so and exits 0.
//   --npm-ci: run the page's "npm ci" too; without it, the packages that are installed here are linked
import { parseArgs } from 'node:util'
import { findAz } from './az/find-az.mjs'
import { runOnAzureStory } from './run-on-azure/story.mjs'
import { boundedStory, endWith } from './test/bounded-story.mjs'
import { findBrowser } from './test/find-browser.mjs'

const { 'npm-ci': installs } = parseArgs({ options: { 'npm-ci': { type: 'boolean', default: false } } }).values

async function outcome() {
  if (!findAz())
    return { passed: 0, failed: 0, said: 'The Azure CLI is not installed and could not be: nothing is run.' }
  return boundedStory({ name: 'run-on-azure', limitMs: installs ? 600_000 : 400_000 }, (setting) =>
    runOnAzureStory({ ...setting, executablePath: findBrowser(), installs }),
  )
}

endWith(await outcome())
