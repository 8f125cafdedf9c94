// The recycle bin of the demo's gallery with the real Azure CLI against the simulator.
import { apiVersions } from '@portal/arm'
import { startAzSession } from './session.mjs'

/**
 * Deletes and restores versions as `az sig image-version undelete` does, prints each command's outcome, and counts
 * them.
 */
export async function azRecycleBin() {
  const session = await startAzSession()
  const { simulator, az, program, signIn } = session
  const counts = { passed: 0, failed: 0 }
  const group = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup`
  const gallery = '-g myResourceGroup -r recoverableGallery'
  const version = `${gallery} -i ubuntu-recoverable`
  const bin = `${group}/providers/Microsoft.Compute/galleries/recoverableGallery/softDeletedArtifactTypes/Images/artifacts/ubuntu-recoverable/versions`
  const api = `api-version=${apiVersions.imageVersions.version}`

  /**
   * @param {string} line split at spaces
   * @param {{ shows?: string, hides?: string, refusedWith?: string }} [expected] what the output must and must not
   * contain;
   *   what the error must say, if one is expected
   */
  async function step(line, { shows = '', hides, refusedWith } = {}) {
    const { ok, stdout, stderr } = await az(line.split(' '))
    const isShown = ok && stdout.includes(shows) && (hides === undefined || !stdout.includes(hides))
    const isRight = refusedWith === undefined ? isShown : !ok && stderr.includes(refusedWith)
    counts[isRight ? 'passed' : 'failed'] += 1
    console.log(`${isRight ? 'passed' : 'FAILED'}  az ${line.replace(program?.clientSecret ?? ' ', '…')}`)
    if (!isRight) console.log(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}`)
  }

  try {
    for (const line of signIn) await step(line)
    await step(`sig show ${gallery} --query softDeletePolicy`, { shows: '"isSoftDeleteEnabled": true' })
    await step(`rest --url ${bin}?${api}`, { shows: 'hardDeletionTargetTime' })
    await step(`sig image-version undelete ${version} -e 1.1.0 -l westus`, { shows: 'WestUSDoubleEncryptionSet2' })
    await step(`sig image-version show ${version} -e 1.1.0`, { shows: '"provisioningState": "Succeeded"' })
    await step(`sig image-version delete ${version} -e 1.1.0`)
    await step(`sig image-version show ${version} -e 1.1.0`, { refusedWith: 'ResourceNotFound' })
    // az fills in the region of the resource group, which happens to be the version's own.
    await step(`sig image-version undelete ${version} -e 1.1.0`, { shows: 'EastUS2DoubleEncryptionSet2' })
    await step(`sig image-version undelete ${version} -e 1.0.0 -l eastus2`, { refusedWith: 'InvalidResourceLocation' })
    await step(`rest --method delete --url ${bin}/1.0.0?${api}`)
    await step(`rest --url ${bin}?${api}`, { hides: '1.1.0' })
    await step(`sig update ${gallery} --soft-delete false`, { shows: '"isSoftDeleteEnabled": false' })
    await step(`sig image-version undelete ${version} -e 1.0.0`, { refusedWith: 'soft-deletion is not enabled' })
    await step(`sig update ${gallery} --soft-delete true`, { shows: '"isSoftDeleteEnabled": true' })
  } finally {
    await session.close()
  }
  return counts
}
