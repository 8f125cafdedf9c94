import { getSignIn, listAllowedActions, listRegistrations, register, type Permission } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../testing/portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const galleryId = `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery`

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(() => portal.close())

async function statesOf(user = 'ada'): Promise<Record<string, string>> {
  const { body } = await (await portal.as(`${user}@contoso.example`)).get(listRegistrations.path, { subscriptionId })
  return Object.fromEntries(listRegistrations.response.parse(body).map(({ name, state }) => [name, state]))
}

async function actionsOf(user: string, scope: { galleryId?: string } = {}): Promise<Record<string, Permission>> {
  const asUser = await portal.as(`${user}@contoso.example`)
  const { body } = await asUser.get(listAllowedActions.path, { subscriptionId, ...scope })
  return Object.fromEntries(
    listAllowedActions.response.parse(body).map(({ action, permission }) => [action, permission]),
  )
}

const forbidden = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }

describe('the registrations of a subscription', () => {
  it('are read from Azure while one is under way, whoever asks', async () => {
    expect(await statesOf()).toEqual({
      'Microsoft.Compute': 'Registered',
      SIGEncryption: 'NotRegistered',
      EncryptionAtHost: 'NotRegistered',
      ConfidentialVMDataDiskEncryptionPreview: 'NotRegistered',
    })
    const asAda = await portal.as('ada@contoso.example')
    const reply = await asAda.send('POST', register.path, { subscriptionId, name: 'EncryptionAtHost' })
    expect(reply.status).toBe(200)
    expect((await statesOf('sam'))['EncryptionAtHost']).toBe('Registering')
    portal.clock.advance(60_000)
    expect((await statesOf())['EncryptionAtHost']).toBe('Registered')
  })

  it('are not known where the user may not read them, and not there where Azure has no such feature', async () => {
    portal.azure.faults.answer({ path: /\/features$/ }, { status: 200, body: { value: [] } })
    portal.azure.faults.answer(
      { path: /features\/SIGEncryption$/ },
      { status: 404, body: { error: { code: 'FeatureNotFound', message: 'No.' } } },
    )
    expect(await statesOf()).toMatchObject({ EncryptionAtHost: 'NotRegistered', SIGEncryption: 'NotFound' })
    portal.azure.faults.answer({ path: /\/features$/ }, forbidden)
    expect(await statesOf()).toMatchObject({ EncryptionAtHost: 'Unknown', SIGEncryption: 'Unknown' })
  })

  it('are not for a reader to start', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const { body } = await asRita.get(listRegistrations.path, { subscriptionId })
    const may = listRegistrations.response.parse(body).map(({ mayRegister }) => mayRegister)
    expect(may).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden'])
    const refused = await asRita.send('POST', register.path, { subscriptionId, name: 'SIGEncryption' })
    expect(refused.problem().code).toBe('ForbiddenByAzure')
  })
})

describe('what the roles of a user allow', () => {
  it('leaves out for a contributor what only an owner gives', async () => {
    const actions = await actionsOf('ada')
    expect(Object.keys(actions).filter((action) => actions[action] !== 'allowed')).toEqual([
      'Microsoft.Authorization/roleAssignments/write',
    ])
  })

  it('is asked at a gallery for image versions only, where a role may be given for it alone', async () => {
    expect(await actionsOf('eva', { galleryId })).toEqual({
      'Microsoft.Compute/galleries/images/versions/read': 'allowed',
      'Microsoft.Compute/galleries/images/versions/write': 'allowed',
      'Microsoft.Compute/galleries/images/versions/delete': 'allowed',
    })
    expect((await actionsOf('eva'))['Microsoft.Compute/galleries/images/versions/write']).not.toBe('allowed')
  })

  it('stays unknown where Azure does not say', async () => {
    portal.azure.faults.answer({ path: /permissions$/ }, forbidden)
    expect(new Set(Object.values(await actionsOf('ada')))).toEqual(new Set(['unknown']))
  })
})

describe('multifactor authentication', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
  it.each([
    ['used at a sign-in with it', 'ada', undefined, 'used'],
    ['not used at a sign-in without it', 'sam', undefined, 'notUsed'],
    ['used after a step-up', 'sam', claims, 'used'],
  ])('was %s', async (_, user, asked, multifactorAuthentication) => {
    const { body } = await (await portal.as(`${user}@contoso.example`, asked)).get(getSignIn.path)
    expect(body).toEqual({ multifactorAuthentication })
  })
})
