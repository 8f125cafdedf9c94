// The real az in a copied estate, opened as its page says: it lists the same as in the original.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyTaken } from '../../apps/bff/src/testing/estate-copy.ts'
import { startTestPortal } from '../../apps/bff/src/testing/portal.ts'
import { root } from '../run-step.mjs'
import { assertSame, assertSuccess, proveAll } from '../test/proof.mjs'
import { ended } from '../test/simulated-azure.mjs'
import { startAzSession } from './session.mjs'
import { sharedAz } from './shared-az.mjs'

const inGroup = '-g myResourceGroup'
const inGallery = `${inGroup} -r contosoGallery`
const lists = {
  'resource groups': 'group list',
  galleries: 'sig list',
  definitions: `sig image-definition list ${inGallery}`,
  versions: `sig image-version list ${inGallery} -i ubuntu-web`,
  'a version': `sig image-version show ${inGallery} -i ubuntu-web -e 1.1.0 --expand ReplicationStatus`,
  'disk encryption sets': `disk-encryption-set list ${inGroup}`,
  disks: `disk list ${inGroup}`,
  machines: `vm list ${inGroup}`,
  locks: 'lock list',
}

/** Prints each outcome, and counts them. */
export async function azCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'az-copy-'))
  const original = await startAzSession()
  const portal = await startTestPortal()
  const { lines } = await copyTaken(portal, await portal.as('ada@contoso.example'))
  await portal.close()
  const file = join(folder, 'contoso.ndjson')
  writeFileSync(file, lines.join('\n'))
  const opened = await startOpened(folder, file)
  const { variables } = await sharedAz()
  const inCopy = (/** @type {string} */ command) =>
    ended('az', command.split(' '), { env: { ...process.env, ...variables, ...opened.env }, minutes: 2 })
  // In each, az would choose the first one, whichever that is.
  const choose = `account set --subscription ${original.simulator.world.subscriptions[0]?.subscriptionId}`
  try {
    for (const line of [...original.signIn, choose]) assertSuccess(await original.az(line.split(' ')))
    for (const line of [...opened.signIn, choose]) assertSuccess(await inCopy(line))
    return await proveAll(
      Object.entries(lists).map(([name, command]) => ({
        name: `az lists ${name} of a copy as of its original`,
        async proof() {
          const [expected, found] = [await original.az(command.split(' ')), await inCopy(command)]
          assertSuccess(expected)
          assertSuccess(found)
          assertSame(withoutRotation(found.stdout), withoutRotation(expected.stdout))
        },
      })),
      1,
    )
  } finally {
    opened.close()
    await original.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

// Contoso's one rotation is a while before its start, and the two started at different times.
function withoutRotation(/** @type {string} */ json) {
  return JSON.parse(json, (key, value) => (key === 'lastKeyRotationTimestamp' ? undefined : value))
}

/** `npm run azure-simulator -- --tls --world FILE`, and what it says how az connects to it. */
async function startOpened(/** @type {string} */ folder, /** @type {string} */ file) {
  const main = join(root, 'packages/azure-simulator/src/main.ts')
  const child = spawn(process.execPath, [main, '--tls', '--world', file], {
    cwd: folder,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (said.includes('For all steps')) break
  }
  const commands = [...said.matchAll(/^ +az (.*)$/gm)].map(([, command = '']) => command)
  return {
    signIn: commands,
    env: {
      AZURE_CONFIG_DIR: join(folder, 'azure'),
      REQUESTS_CA_BUNDLE: /REQUESTS_CA_BUNDLE=(\S+)/.exec(said)?.[1],
      AZURE_CORE_INSTANCE_DISCOVERY: 'false',
      AZURE_CORE_COLLECT_TELEMETRY: 'false',
      AZURE_CORE_ONLY_SHOW_ERRORS: 'true',
      NO_PROXY: '*',
      PYTHONWARNINGS: 'ignore',
    },
    close: () => child.kill(),
  }
}
