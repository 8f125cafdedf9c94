// A retention rule as code, run by the real az, bash and jq: it deletes or revokes exactly what its preview says,
// and az lists the usage of the limit on versions before and after.
import { retentionExporters } from '@portal/code'
import { revocationOf, stateBeforeRevocation } from '@portal/image-version'
import { assertSame, assertSuccess, proveAll } from '../test/proof.mjs'
import { startAzSession } from './session.mjs'

const numbers = ['4.0.0', '4.1.0', '4.2.0', '4.3.0', '4.4.0', '4.5.0']
const revoked = ['4.1.0', '4.2.0']
const stays = { '4.1.0': 'Used', '4.2.0': 'Locked', '4.3.0': 'Used', '4.5.0': 'Newest, Latest' }

/** Prints each outcome, and counts them. */
export async function azCleanUp() {
  const session = await startAzSession()
  const { simulator, az, bash, cloud, signIn } = session
  const { store } = simulator.world
  const group = `/subscriptions/${simulator.world.subscriptions[0]?.subscriptionId}/resourceGroups/myResourceGroup`
  const compute = `${group}/providers/Microsoft.Compute`
  const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
  const idOf = (/** @type {string} */ number) => `${definition}/versions/${number}`
  const left = () =>
    store
      .list(definition, 'Microsoft.Compute/galleries/images/versions')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('4.'))
  const tagsOf = (/** @type {string} */ number) => store.get(idOf(number))?.tags ?? {}
  const put = (/** @type {string} */ id, /** @type {string} */ type, /** @type {object} */ properties) =>
    store.put({ id, type, name: id.split('/').at(-1) ?? '', location: 'westus', properties: { ...properties } })
  const imageOf = (/** @type {string} */ exactVersion) => ({
    storageProfile: { imageReference: { id: definition, exactVersion } },
  })
  const model = store.get(idOf('1.1.0'))
  if (model === undefined) throw new Error('No version to copy')
  for (const name of numbers) store.put({ ...model, id: idOf(name), name })
  put(`${compute}/virtualMachines/of-4-1`, 'Microsoft.Compute/virtualMachines', imageOf('4.1.0'))
  put(`${idOf('4.2.0')}/providers/Microsoft.Authorization/locks/keep`, 'Microsoft.Authorization/locks', {
    level: 'CanNotDelete',
  })
  const instance = 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines'
  put(`${compute}/virtualMachineScaleSets/set/virtualMachines/0`, instance, imageOf('4.3.0'))
  const rule = { name: 'Old ones', keepNewest: 1, only: { version: '4.*' }, keepTag: 'keep' }
  const applied = { scopeId: definition, rule, action: /** @type {const} */ ('delete'), reason: '' }
  const { text } = retentionExporters.AzureCli(applied, cloud)
  const two = { ...rule, keepNewest: 2 }
  const revocation = { ...applied, rule: two, action: /** @type {const} */ ('revoke'), reason: "It's old" }
  /** What a preview has printed about these versions. */
  const decisionsIn = (/** @type {string} */ printed) =>
    printed
      .split('\n')
      .filter((line) => line.includes('/versions/4.'))
      .map((line) => line.slice(definition.length + '/versions/'.length))
  async function used() {
    const query = "[?name.value=='GalleryImageVersion'].[currentValue,limit]"
    const listed = await az(['vm', 'list-usage', '--location', 'westus', '--query', query, '--output', 'json'])
    assertSuccess(listed)
    // az makes texts of these numbers.
    return JSON.parse(listed.stdout)[0].map(Number)
  }

  try {
    for (const line of signIn) assertSuccess(await az(line.split(' ')))
    return await proveAll(
      [
        {
          name: 'a retention rule prints what goes and what stays, and why',
          async proof() {
            const printed = await bash(text, { minutes: 5 })
            assertSuccess(printed)
            assertSame(
              decisionsIn(printed.stdout),
              numbers.map((name) => `${name} ${stays[name] === undefined ? 'goes' : `stays: ${stays[name]}`}`),
            )
            assertSame(left(), numbers)
          },
        },
        {
          name: 'with --run it deletes exactly these',
          async proof() {
            const [before, limit] = await used()
            assertSuccess(await bash(text, { args: ['--run'], minutes: 8 }))
            assertSame(left(), Object.keys(stays))
            assertSame(await used(), [before - (numbers.length - left().length), limit])
          },
        },
        {
          name: 'a rule that revokes does it to exactly these, with the latest version as the replacement',
          async proof() {
            const ran = await bash(retentionExporters.AzureCli(revocation, cloud).text, { args: ['--run'], minutes: 8 })
            assertSuccess(ran)
            assertSame(decisionsIn(ran.stdout), [
              ...revoked.map((name) => `${name} goes`),
              '4.3.0 stays: Newest',
              '4.5.0 stays: Newest, Latest',
            ])
            assertSame(
              left().filter((name) => revocationOf({ id: idOf(name), tags: tagsOf(name) }) !== undefined),
              revoked,
            )
            for (const name of revoked) {
              const { date, ...said } = revocationOf({ id: idOf(name), tags: tagsOf(name) }) ?? {}
              assertSame(said, { reason: revocation.reason, replacementId: idOf('4.5.0') })
              assertSame(stateBeforeRevocation(tagsOf(name)), { excludeFromLatest: false })
              assertSame(Number.isNaN(Date.parse(date ?? '')), false)
            }
          },
        },
      ],
      1,
    )
  } finally {
    await session.close()
  }
}
