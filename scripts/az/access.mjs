// The roles that the portal's exported script assigns, with the real Azure CLI against the simulator.
import { accessExporters } from '@portal/code'
import { accessNeeded } from '@portal/gallery'
import { startAzSession } from './session.mjs'

const compute =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const set = `${compute}/diskEncryptionSets/WestUSDiskEncryptionSet1`
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
const noor = 'c0470500-0000-4000-8000-00000000b005'

/** Runs the script twice, lists and removes what it assigned, prints each command's outcome, and counts them. */
export async function azAccess() {
  const { az, bash, cloud, program, signIn, close } = await startAzSession()
  const counts = { passed: 0, failed: 0 }

  /**
   * @param {string} name
   * @param {Promise<{ ok: boolean, stdout: string, stderr: string }>} running
   * @param {{ shows?: string, refusedWith?: string }} [expected] what the output must contain; what the error must say
   */
  async function step(name, running, { shows = '', refusedWith } = {}) {
    const { ok, stdout, stderr } = await running
    const isRight = refusedWith === undefined ? ok && stdout.includes(shows) : !ok && stderr.includes(refusedWith)
    counts[isRight ? 'passed' : 'failed'] += 1
    console.log(`${isRight ? 'passed' : 'FAILED'}  ${name.replace(program?.clientSecret ?? ' ', '…')}`)
    if (!isRight) console.log(`${stdout.slice(0, 600)}\n${stderr.slice(-1200)}`)
  }
  const azStep = (/** @type {string} */ line, /** @type {Parameters<typeof step>[2]} */ expected = {}) =>
    step(`az ${line}`, az(line.split(' ')), expected)

  try {
    for (const line of signIn) await azStep(line)
    const needs = accessNeeded('deploy', definition, [{ id: set }])
    const { text } = accessExporters.AzureCli({ needs, principalId: noor }, cloud)
    await step('the exported role assignments', bash(text), { shows: noor })
    await step('the same again', bash(text))
    const listed = `role assignment list --assignee ${noor} --scope ${set} --query [].roleDefinitionName -o tsv`
    await azStep(listed, { shows: 'Reader' })
    await azStep(`role assignment list --assignee ${noor} --scope ${definition}`, {
      shows: 'Compute Gallery Image Reader',
    })
    await azStep(`role assignment delete --assignee ${noor} --role Reader --scope ${set}`)
    await azStep(`role assignment list --assignee ${noor} --scope ${set} --query length(@)`, { shows: '0' })
    const nobody = '0f000000-0000-4000-8000-000000000000'
    await azStep(`role assignment create --assignee-object-id ${nobody} --role Reader --scope ${set}`, {
      refusedWith: 'PrincipalNotFound',
    })
  } finally {
    await close()
  }
  return counts
}
