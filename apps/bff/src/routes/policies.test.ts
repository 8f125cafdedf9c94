import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const gallery = (group: string, name: string) =>
  `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.Compute/galleries/${name}`
const governed = gallery('governedResourceGroup', 'governedGallery')

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const assignmentsAt = async (galleryId: string) => (await asAda.get('/api/policy-assignments', { galleryId })).body

describe('the policies at a gallery', () => {
  it('are those of its group, with what the assignment says', async () => {
    expect(await assignmentsAt(governed)).toEqual({
      assignments: [
        {
          id: `/subscriptions/${production}/resourceGroups/governedResourceGroup/providers/Microsoft.Authorization/policyAssignments/customer-keys-only`,
          displayName: 'Disks are encrypted with keys of Contoso',
          policy: 'customerKeys',
          effect: 'Deny',
          isEnforced: true,
        },
      ],
    })
  })

  it('are none where none is assigned', async () => {
    expect(await assignmentsAt(gallery('myResourceGroup', 'contosoGallery'))).toEqual({ assignments: [] })
  })

  it('are unreadable to whom Azure does not tell', async () => {
    portal.azure.faults.answer(
      { path: /policyAssignments$/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    expect(await assignmentsAt(governed)).toEqual({ assignments: 'unreadable' })
  })

  it('are those of a group for what is made in it, and those of the subscription for a group that is still to be made', async () => {
    const at = async (resourceGroupName: string) =>
      (await asAda.get('/api/policy-assignments', { subscriptionId: production, resourceGroupName })).body
    expect(await at('governedResourceGroup')).toEqual(await assignmentsAt(governed))
    expect(await at('')).toEqual({ assignments: [] })
  })

  it.each([
    ['a group that climbs the path', { subscriptionId: production, resourceGroupName: '..' }],
    ['a subscription that is none', { subscriptionId: `${production}/resourceGroups/x`, resourceGroupName: '' }],
  ])('are not asked for at %s', async (_, asked) => {
    expect((await asAda.get('/api/policy-assignments', asked)).problem()).toMatchObject({ status: 400 })
  })

  it('are not asked for at another resource than a gallery', async () => {
    const reply = await asAda.get('/api/policy-assignments', { galleryId: `${governed}/images/ubuntu-governed` })
    expect(reply.problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  })
})
