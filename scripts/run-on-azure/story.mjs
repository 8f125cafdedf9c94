// Somebody follows docs/run-on-azure.md on the simulator: its very commands, and its page in a browser.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedAz } from '../az/shared-az.mjs'
import { freePort } from '../dev/free-port.mjs'
import { startSession } from '../replicas/session.mjs'
import { root } from '../run-step.mjs'
import { freshCopy, linkPackages } from '../test/fresh-copy.mjs'
import { prove } from '../test/proof.mjs'
import { stepsOf } from './page-steps.mjs'
import { startShell, startTerminal } from './shells.mjs'
import { isShown } from './shown-output.mjs'

/** @typedef {import('./page-steps.mjs').Step} Step */

/** The ports that the page names: of the simulator, and of the portal. */
const usualPorts = [4290, 8443]
/** The part of the page whose list is for a browser, before its commands. */
const inBrowser = /^8\. Sign in/

/**
 * Follows it until something differs from the page.
 * @param {import('../test/bounded-story.mjs').Setting & { executablePath: string, installs: boolean }} options
 * installs: run
 *   `npm ci` too, instead of linking the packages that are here
 */
export async function runOnAzureStory({ folder, atEnd, executablePath, installs }) {
  const cwd = freshCopy(folder)
  const ports = await Promise.all(usualPorts.map((port) => freePort(port)))
  const withPorts = (/** @type {string} */ text) =>
    usualPorts.reduce((changed, usual, index) => changed.replaceAll(`${usual}`, `${ports[index]}`), text)
  const [simulatorPort, portalPort] = ports
  const { installed, variables } = await sharedAz()
  const place = { cwd, folder, env: environment(folder, variables) }
  const shell = startShell(place)
  atEnd(() => shell.end())

  async function follow(/** @type {Step} */ { commands, shown, inOwnTerminal }) {
    if (commands === 'npm ci\n' && !installs) return linkPackages(cwd)
    if (inOwnTerminal) {
      // the simulator's, which its command does not name; that of the portal is in the file of its variables
      const env = { ...place.env, PORT: String(simulatorPort) }
      const terminal = await startTerminal({ ...place, env }, { commands, shown })
      return atEnd(terminal.end)
    }
    const printed = await shell.run(commands)
    if (!isShown(shown, printed, { isWhole: true }))
      throw new Error(`This is shown:\n${shown}\nThis was printed:\n${printed}`)
  }

  async function signInAndCreate() {
    const session = await startSession({ url: `https://localhost:${portalPort}`, executablePath })
    atEnd(() => session.close())
    await session.clickThrough(() => true)
    await session.create()
    // Azure's minutes for the replication are half a minute at the simulator's pace: it takes no longer than az, which
    // users start this way.
    await shell.run(`${installed} rest --method post --url https://localhost:${simulatorPort}/simulator/world/finish\n`)
    await session.watch()
    if (session.troubles.size > 0) throw new Error(`The browser shows: ${[...session.troubles].join('; ')}`)
  }

  const page = readFileSync(join(cwd, 'docs/run-on-azure.md'), 'utf8')
  const steps = stepsOf(withPorts(page))
  const browserStep = steps.findIndex(({ heading }) => inBrowser.test(heading))
  const proofs = steps.map((step) => ({ name: nameOf(step), proof: () => follow(step) }))
  proofs.splice(browserStep, 0, { name: `${steps[browserStep]?.heading}: in a browser`, proof: signInAndCreate })
  const counts = { passed: 0, failed: browserStep === -1 ? 1 : 0 }
  for (const proof of proofs) {
    const isProved = await prove(proof)
    counts[isProved ? 'passed' : 'failed'] += 1
    if (!isProved) break
  }
  return counts
}

function nameOf(/** @type {Step} */ { heading, commands }) {
  const [first = ''] = commands.split('\n')
  return `${heading}: ${first.length > 60 ? `${first.slice(0, 60)} …` : first}`
}

/** The environment of a user who has just signed in to the machine: nothing from the npm and the Node that run this. */
function environment(
  /** @type {string} */ folder,
  /** @type {Awaited<ReturnType<typeof sharedAz>>['variables']} */ { PATH, ...shared },
) {
  const { HOME, LANG, USER } = process.env
  return {
    PATH: PATH.split(':')
      .filter((path) => !path.startsWith(join(root, 'node_modules')))
      .join(':'),
    ...shared,
    ...(HOME !== undefined && { HOME }),
    ...(LANG !== undefined && { LANG }),
    ...(USER !== undefined && { USER }),
    TMPDIR: folder,
    NO_COLOR: '1',
    PYTHONWARNINGS: 'ignore',
    AZURE_CORE_COLLECT_TELEMETRY: 'false',
  }
}
