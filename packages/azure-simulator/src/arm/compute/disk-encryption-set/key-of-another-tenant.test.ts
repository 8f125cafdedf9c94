import { describe, expect, it } from 'vitest'
import { dropObject, servicePrincipalOf } from '../../../directory/tenant-objects.ts'
import type { JsonObject } from '../../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../../../testing/azure.ts'
import { contoso } from '../../../worlds/contoso.ts'
import { fabrikam } from '../../../worlds/fabrikam.ts'
import { partnerApplication, partnerIdentity, partnerKeyUrl, partnerVaultId } from '../../../worlds/partner-keys.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

// Contoso with its application and identity, and Fabrikam with the vault, which Contoso can't see.
async function twoTenants(): Promise<StartedAzure> {
  return startedAzure({ world: contoso({ partnerKeys: true }), partners: [fabrikam()] })
}

function fabrikamOf({ simulator }: StartedAzure) {
  const [, partner] = simulator.tenants.organizations()
  if (partner === undefined) throw new Error('Fabrikam is not there')
  return partner
}

/** What somebody at Fabrikam does: the application's service principal gets access to the vault's keys. */
function grantAtFabrikam(azure: StartedAzure): void {
  const partner = fabrikamOf(azure)
  const principalId = servicePrincipalOf(partner, partnerApplication.appId)?.id ?? ''
  partner.roleAssignments.push({
    principalId,
    role: 'Key Vault Crypto Service Encryption User',
    scope: partnerVaultId,
  })
}

const body = (properties: JsonObject = {}, identity?: JsonObject) => ({
  location: 'westeurope',
  identity: identity ?? { type: 'UserAssigned', userAssignedIdentities: { [partnerIdentity.id]: {} } },
  properties: { activeKey: { keyUrl: partnerKeyUrl }, federatedClientId: partnerApplication.appId, ...properties },
})

const newSet = ({ compute }: StartedAzure) => compute('diskEncryptionSets/partnerKey')
const put = (azure: StartedAzure, arm: Arm, sent = body()) => arm('PUT', newSet(azure), sent)
const newDisk = (azure: StartedAzure, arm: Arm, set = newSet(azure)) =>
  arm('PUT', azure.compute('disks/partnerDisk'), {
    location: 'westeurope',
    properties: {
      creationData: { createOption: 'Empty' },
      diskSizeGB: 4,
      encryption: { diskEncryptionSetId: set },
    },
  })

describe('a disk encryption set with a key of another tenant', () => {
  it('is refused until that tenant grants access, and then encrypts a disk', async () => {
    await using azure = await twoTenants()
    const ada = await azure.as('Ada')
    expect(await put(azure, ada)).toMatchObject({
      status: 400,
      body: { error: { code: 'KeyVaultAccessForbidden', message: containing("to user-assigned identity '") } },
    })
    grantAtFabrikam(azure)
    expect((await put(azure, ada)).status).toBe(202)
    azure.clock.advance(1000)
    expect((await ada('GET', newSet(azure))).body).toMatchObject({
      properties: { federatedClientId: partnerApplication.appId, provisioningState: 'Succeeded' },
    })
    expect((await newDisk(azure, ada)).status).toBe(202)
  })

  it('that the world has encrypts nothing until access is granted', async () => {
    await using azure = await twoTenants()
    const ada = await azure.as('Ada')
    const set = azure.compute('diskEncryptionSets/WestEuropeFabrikamKeyDiskEncryptionSet')
    expect((await newDisk(azure, ada, set)).body).toMatchObject({ error: { code: 'KeyVaultAccessForbidden' } })
    grantAtFabrikam(azure)
    expect((await newDisk(azure, ada, set)).status).toBe(202)
  })

  it('is refused with the issuer of its own tenant if it has no application', async () => {
    await using azure = await twoTenants()
    grantAtFabrikam(azure)
    const { status, body: answer } = await put(azure, await azure.as('Ada'), body({ federatedClientId: 'None' }))
    const [home, other] = [azure.simulator.tenantId, fabrikam().tenantId].map((id) => `https://sts.windows.net/${id}/`)
    expect([status, answer]).toMatchObject([
      400,
      {
        error: {
          code: 'Unauthorized',
          message: `AKV10032: Invalid issuer. Expected one of ${other}, found ${home}.`,
        },
      },
    ])
  })

  it('is refused with a client that is no multi-tenant application of the tenant', async () => {
    await using azure = await twoTenants()
    const ada = await azure.as('Ada')
    for (const federatedClientId of ['no-guid', 'c0470500-0000-4000-8000-00000000c101'])
      expect(await put(azure, ada, body({ federatedClientId }))).toMatchObject({
        status: 400,
        body: { error: { code: 'BadRequest', message: containing('client id of the multi-tenant AAD application') } },
      })
  })

  it('is refused with an identity that the application is not proved by, and with none but its own', async () => {
    await using azure = await twoTenants()
    grantAtFabrikam(azure)
    const ada = await azure.as('Ada')
    const other = partnerIdentity.id.replace(/[^/]+$/, 'images-identity')
    const refused = {
      status: 400,
      body: { error: { code: 'KeyVaultAccessTokenCannotBeAcquired', message: containing('AADSTS700213') } },
    }
    const withOther = body({}, { type: 'UserAssigned', userAssignedIdentities: { [other]: {} } })
    expect(await put(azure, ada, withOther)).toMatchObject(refused)
    expect((await put(azure, ada, body({}, { type: 'SystemAssigned' }))).status).toBe(202)
    azure.clock.advance(1000)
    expect(await newDisk(azure, ada)).toMatchObject(refused)
  })

  it('is refused while the application has no service principal in the tenant of the vault', async () => {
    await using azure = await twoTenants()
    const partner = fabrikamOf(azure)
    dropObject(partner, servicePrincipalOf(partner, partnerApplication.appId)?.id ?? '')
    expect(await put(azure, await azure.as('Ada'))).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'KeyVaultAccessTokenCannotBeAcquired',
          message: containing(`missing service principal in the tenant ${partner.tenantId}`),
        },
      },
    })
  })

  it('keeps its client in a PATCH of something else, and loses it with None', async () => {
    await using azure = await twoTenants()
    grantAtFabrikam(azure)
    const ada = await azure.as('Ada')
    await put(azure, ada)
    azure.clock.advance(1000)
    await ada('PATCH', newSet(azure), { tags: { owner: 'ada' } })
    azure.clock.advance(1000)
    expect((await ada('GET', newSet(azure))).body).toMatchObject({
      properties: { federatedClientId: partnerApplication.appId },
    })
    expect(await ada('PATCH', newSet(azure), { properties: { federatedClientId: 'None' } })).toMatchObject({
      status: 400,
      body: { error: { message: containing('AKV10032') } },
    })
  })
})
