// Locks of the demo's gallery with the real Azure CLI against the simulator.
import { startAzSession } from './session.mjs'

/** Sets, lists, meets and removes locks as `az lock` does, prints each command's outcome, and counts them. */
export async function azLocks() {
  const session = await startAzSession()
  const { az, program, signIn } = session
  const counts = { passed: 0, failed: 0 }
  const onGallery = '-g myResourceGroup --resource-name contosoGallery --resource-type Microsoft.Compute/galleries'
  const version = '-g myResourceGroup -r contosoGallery -i ubuntu-web -e 1.0.0'

  /**
   * @param {string} line split at spaces
   * @param {{ shows?: string, refusedWith?: string }} [expected] what the output must contain; what the error must say
   */
  async function step(line, { shows = '', refusedWith } = {}) {
    const { ok, stdout, stderr } = await az(line.split(' '))
    const isRight = refusedWith === undefined ? ok && stdout.includes(shows) : !ok && stderr.includes(refusedWith)
    counts[isRight ? 'passed' : 'failed'] += 1
    console.log(`${isRight ? 'passed' : 'FAILED'}  az ${line.replace(program?.clientSecret ?? ' ', '…')}`)
    if (!isRight) console.log(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}`)
  }

  try {
    for (const line of signIn) await step(line)
    await step(`lock create -n keep -t CanNotDelete ${onGallery} --notes Released`, { shows: '"notes": "Released"' })
    await step('lock list -g myResourceGroup', {
      shows: '/galleries/contosoGallery/providers/Microsoft.Authorization/locks/',
    })
    await step(`lock show -n keep ${onGallery}`, { shows: '"level": "CanNotDelete"' })
    await step(`sig image-version delete ${version}`, { refusedWith: 'ScopeLocked' })
    await step(`sig image-version update ${version} --set publishingProfile.excludeFromLatest=true`, {
      shows: '"excludeFromLatest": true',
    })
    await step('lock create -n frozen -t ReadOnly -g myResourceGroup', { shows: 'ReadOnly' })
    await step(`sig image-version update ${version} --set publishingProfile.excludeFromLatest=false`, {
      refusedWith: 'ScopeLocked',
    })
    await step('lock delete -n frozen -g myResourceGroup')
    await step(`lock delete -n keep ${onGallery}`)
    await step(`sig image-version delete ${version}`)
  } finally {
    await session.close()
  }
  return counts
}
