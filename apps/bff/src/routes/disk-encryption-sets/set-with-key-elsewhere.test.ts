import { contoso, fabrikam } from '@portal/azure-simulator'
import { findingsOf } from '@portal/disk-encryption'
import { changeDiskEncryptionSetKey, getDiskEncryptionSet, surveyKeyHealth } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../../testing/portal.ts'

// A set of Contoso whose key is in a vault of Fabrikam, which nobody at Contoso can read.

const name = 'WestEuropeFabrikamKeyDiskEncryptionSet'
const id = `/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/${name}`
const federatedClientId = 'c0470500-0000-4000-8000-00000000c103'

async function twoTenants(): Promise<TestPortal> {
  return startTestPortal({ world: contoso({ partnerKeys: true }), partners: [fabrikam()] })
}

it('is not known to be usable or not, by itself and in the survey of all keys', async () => {
  const portal = await twoTenants()
  await using _ = { [Symbol.asyncDispose]: () => portal.close() }
  const ada = await portal.as('ada@contoso.example')
  const { set, now, ...details } = getDiskEncryptionSet.response.parse(
    (await ada.get(getDiskEncryptionSet.path, { id })).body,
  )
  expect(details.federatedClientId).toBe(federatedClientId)
  expect(findingsOf(set, now)).toEqual([
    { state: 'unknown', code: 'KeyVaultInAnotherTenant', params: { vault: 'kv-fabrikam-weu' } },
  ])
  const { body } = await ada.get('/api/estate/key-survey', { page: '0', size: '10', search: name })
  expect(surveyKeyHealth.response.parse(body).rows[0]?.facts).toMatchObject({
    vault: 'inAnotherTenant',
    keyAccess: 'unreadable',
  })
})

it('keeps its application when its rotation or its key is changed', async () => {
  const portal = await twoTenants()
  await using _ = { [Symbol.asyncDispose]: () => portal.close() }
  const ada = await portal.as('ada@contoso.example')
  const change = { rotationToLatestKeyVersionEnabled: false }
  expect((await ada.send('POST', changeDiskEncryptionSetKey.path, { id, change })).status).toBe(200)
  expect(portal.azure.requests.at(-1)).toMatchObject({
    method: 'PATCH',
    body: { properties: { ...change, federatedClientId } },
  })
  portal.clock.advance(1000)
  expect(portal.azure.world.store.get(id)?.properties).toMatchObject({ federatedClientId, ...change })
})
