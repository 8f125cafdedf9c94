// npm run check:flaws: whether a package of the lockfile has a vulnerability in the list or in the registry. Exits with
// 1 if one has, and with 2 if none is found but the registry could not be asked: that is not a pass.
//   --registry ADDRESS  another one than npm's configured one
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { flawsOf, installedVersions, knownAdvisories } from './check/flaws/known-flaws.mjs'
import { registryFlaws } from './check/flaws/registry-flaws.mjs'
import { root } from './run-step.mjs'

const { values } = parseArgs({ options: { registry: { type: 'string' } } })
const setRegistry = () =>
  execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim()

const installed = installedVersions(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
const kept = flawsOf(installed, knownAdvisories)
const registry = values.registry ?? setRegistry()
const answer = await registryFlaws(installed, registry)

for (const flaw of [...kept, ...(answer.asked ? answer.flaws : [])]) console.log(flaw)
const latest = knownAdvisories
  .map(({ since }) => since)
  .toSorted()
  .at(-1)
const fromMemory = knownAdvisories.filter(({ basis }) => basis === 'memory').length
console.log(
  `kept list    ${kept.length} flaws, of ${knownAdvisories.length} that it has (${fromMemory} with ranges from memory), the latest of ${latest}`,
)
console.log(
  answer.asked
    ? `registry     ${answer.flaws.length} flaws, by ${registry}`
    : `registry     NOT ASKED: ${answer.why}. Whether there are newer flaws is not known.`,
)
process.exitCode = kept.length > 0 || (answer.asked && answer.flaws.length > 0) ? 1 : answer.asked ? 0 : 2
