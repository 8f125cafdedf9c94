import { getAlertFacts, listPolicyAssignments } from '@portal/portal-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../../azure/arm/arm-request.ts'
import { testAzureSession } from '../../testing/azure-session.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const subscription = `/subscriptions/${subscriptionId}`
const compute = `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

function makeOwner() {
  const { users, roleAssignments } = portal.azure.world
  const principalId = users.find(({ userPrincipalName }) => userPrincipalName === 'ada@contoso.example')?.id ?? ''
  roleAssignments.push({ principalId, role: 'Owner', scope: subscription })
}

const guards = (effect: 'Audit' | 'Deny') => ({
  versionKeys: effect,
  ownImages: { effect, definitions: [definition] },
})
const assign = (policies: object) => asAda.send('PUT', '/api/policy-guards', { subscriptionId, policies })
const facts = async () =>
  getAlertFacts.response.parse((await asAda.get('/api/estate/alarm-facts', { subscriptionId })).body)

it('are assigned by an owner only', async () => {
  expect((await assign(guards('Audit'))).problem()).toMatchObject({ status: 403 })
  expect(await facts()).toMatchObject({ assigned: {} })
})

it('do not deny before they have audited', async () => {
  makeOwner()
  expect((await assign(guards('Deny'))).problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  expect(await facts()).toMatchObject({ assigned: {} })
})

it('mark what was told before, deny then what is against them, and are told to the wizards', async () => {
  makeOwner()
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  const { machines, versions, definitions } = await facts()
  expect(definitions).toContain(definition)
  const told = [
    ...versions.filter(({ setIds }) => setIds.length === 0 || setIds.includes(null)).map(({ id }) => id),
    ...machines.filter(({ imageId = '' }) => !imageId.startsWith(`${definition}/`)).map(({ id }) => id),
  ]
  expect(told.length).toBeGreaterThan(5)
  expect((await assign(guards('Audit'))).status).toBe(200)
  const states = await session.azure.send({
    method: 'POST',
    url: armUrl('/providers/Microsoft.ResourceGraph/resources', { 'api-version': '2024-04-01' }),
    body: {
      query: `policyresources | where type =~ 'microsoft.policyinsights/policystates'
        and properties.complianceState == 'NonCompliant' and properties.policyAssignmentScope == '${subscription}'
        | project id = tostring(properties.resourceId)`,
      subscriptions: [subscriptionId],
      options: { $top: 1000 },
    },
  })
  const { data } = z.object({ data: z.array(z.object({ id: z.string() })) }).parse(states)
  expect(data.map(({ id }) => id.toLowerCase()).toSorted()).toEqual(told.map((id) => id.toLowerCase()).toSorted())

  expect((await assign(guards('Deny'))).status).toBe(200)
  expect(await facts()).toMatchObject({
    assigned: { 'image-versions-customer-key': 'Deny', 'machines-from-definitions': 'Deny' },
  })
  const put = (id: string, body: object) =>
    session.azure.send({ method: 'PUT', url: armUrl(id, { 'api-version': '2025-03-03' }), body })
  const denied = { arm: { code: 'RequestDisallowedByPolicy' } }
  const version = { publishingProfile: { targetRegions: [{ name: 'westus' }] }, storageProfile: {} }
  await expect(put(`${definition}/versions/9.0.0`, { location: 'westus', properties: version })).rejects.toMatchObject(
    denied,
  )
  const imageReference = { id: `${compute}/galleries/contosoGallery/images/other/versions/1.0.0` }
  await expect(
    put(`${compute}/virtualMachines/elsewhere`, {
      location: 'westus',
      properties: { storageProfile: { imageReference } },
    }),
  ).rejects.toMatchObject(denied)
  const galleryId = `${compute}/galleries/contosoGallery`
  const { assignments } = listPolicyAssignments.response.parse(
    (await asAda.get('/api/policy-assignments', { galleryId })).body,
  )
  expect(assignments === 'unreadable' ? [] : assignments).toMatchObject([
    { policy: 'versionKeys', effect: 'Deny' },
    { policy: 'ownImages', allowedDefinitions: [definition] },
  ])
})

it('are known by their rule and its effect: not by their name', async () => {
  makeOwner()
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  expect((await assign(guards('Audit'))).status).toBe(200)
  const definitions = `${subscription}/providers/Microsoft.Authorization/policyDefinitions`
  const ours = `${definitions}/image-versions-customer-managed-key`
  const at = (id: string) => armUrl(id, { 'api-version': '2023-04-01' })
  const { properties } = z
    .object({
      properties: z.looseObject({ policyRule: z.looseObject({ if: z.looseObject({ allOf: z.array(z.unknown()) }) }) }),
    })
    .parse(await session.azure.send({ method: 'GET', url: at(ours) }))
  const { policyRule: rule } = properties
  const put = (id: string, policyRule: object, parameters: object = {}) =>
    session.azure.send({ method: 'PUT', url: at(id), body: { properties: { ...properties, parameters, policyRule } } })
  // Somebody else's name, and an effect that no assignment can change.
  // oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy
  await put(`${definitions}/corporate-123`, { ...rule, then: { effect: 'Deny' } })
  await session.azure.send({
    method: 'PUT',
    url: at(`${subscription}/providers/Microsoft.Authorization/policyAssignments/corporate`),
    body: { properties: { displayName: 'Corporate', policyDefinitionId: `${definitions}/corporate-123` } },
  })
  // Our name, with another rule.
  await put(ours, { ...rule, if: { allOf: rule.if.allOf.slice(0, 1) } }, properties['parameters'] as object)
  const { assignments } = listPolicyAssignments.response.parse(
    (await asAda.get('/api/policy-assignments', { galleryId: `${compute}/galleries/contosoGallery` })).body,
  )
  const known = Object.fromEntries(
    (assignments === 'unreadable' ? [] : assignments).map((one) => [one.displayName, one]),
  )
  expect(known['Corporate']).toMatchObject({ policy: 'versionKeys', effect: 'Deny' })
  expect(known['Image versions should be encrypted with customer-managed keys']).not.toHaveProperty('policy')
})
