import { listImageVersionPermissions, type ImageVersionAct, type Permission } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../../testing/portal.ts'

const id =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web/versions/1.0.0'

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(() => portal.close())

async function permissionsOf(user: string): Promise<Partial<Record<ImageVersionAct, Permission>>> {
  const { body } = await (await portal.as(user)).get(listImageVersionPermissions.path, { id })
  const permissions = listImageVersionPermissions.response.parse(body)
  return Object.fromEntries(permissions.map(({ act, permission }) => [act, permission]))
}

describe('what someone may do with an image version', () => {
  it('is everything for a contributor', async () => {
    expect(Object.values(await permissionsOf('ada@contoso.example'))).toEqual(
      Array.from({ length: 6 }, () => 'allowed'),
    )
  })

  it('is reading for a reader', async () => {
    expect(await permissionsOf('rita@contoso.example')).toEqual({
      read: 'allowed',
      update: 'forbidden',
      delete: 'forbidden',
      repair: 'forbidden',
      createVirtualMachine: 'forbidden',
      readSets: 'allowed',
    })
  })

  it('does not take in the sets for a publisher of gallery artifacts, who may repair and update', async () => {
    const { update, repair, readSets } = await permissionsOf('eva@contoso.example')
    expect({ update, repair }).toEqual({ update: 'allowed', repair: 'allowed' })
    expect(readSets).not.toBe('allowed')
  })

  it('is unknown where Azure does not say, never allowed', async () => {
    const scopes = ['versions/1.0.0', 'resourceGroups/myResourceGroup', 'subscriptions/[^/]+']
    for (const scope of scopes)
      portal.azure.faults.answer(
        { path: new RegExp(`${scope}/providers/Microsoft.Authorization/permissions`) },
        { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
      )
    expect(new Set(Object.values(await permissionsOf('ada@contoso.example')))).toEqual(new Set(['unknown']))
  })
})
