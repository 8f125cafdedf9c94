import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../../json.ts'
import { startedAzure } from '../../testing/azure.ts'

const customerKeys = '/providers/Microsoft.Authorization/policyDefinitions/702dd420-7fcc-42c5-afe8-4026edd20fe0'
const assignment: JsonObject = {
  type: 'Microsoft.Authorization/policyAssignments',
  apiVersion: '2023-04-01',
  name: 'keys-only',
  properties: { policyDefinitionId: customerKeys, parameters: { effect: { value: 'Deny' } } },
}

/** A deployment to Production, as its owner. */
async function aDeployment(resources: JsonObject[], location: string | undefined = 'westus') {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const id = `/subscriptions/${azure.production}/providers/Microsoft.Resources/deployments/policies`
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources,
  }
  const answer = await arm('PUT', id, { ...(location && { location }), properties: { mode: 'Incremental', template } })
  return { azure, arm, id, answer, [Symbol.asyncDispose]: () => azure.simulator.close() }
}

describe('a deployment to a subscription', () => {
  it('assigns a policy to all of it', async () => {
    await using made = await aDeployment([assignment])
    const { azure, arm, id, answer } = made
    expect(answer).toMatchObject({ status: 201, body: { id, location: 'westus' } })
    azure.clock.advance(60_000)
    const status = await arm('GET', new URL(answer.headers.get('azure-asyncoperation') ?? '').pathname)
    expect(status.body).toMatchObject({ status: 'Succeeded' })
    const scope = `/subscriptions/${azure.production}`
    expect(
      (await arm('GET', `${scope}/providers/Microsoft.Authorization/policyAssignments/keys-only`)).body,
    ).toMatchObject({ properties: { scope } })
    const disk = { location: 'westus', properties: { diskSizeGB: 32, creationData: { createOption: 'Empty' } } }
    expect((await arm('PUT', azure.compute('disks/bare'), disk)).body).toMatchObject({
      error: { code: 'RequestDisallowedByPolicy' },
    })
  })

  it('is listed with its operations, and not in a group', async () => {
    await using made = await aDeployment([assignment])
    const { azure, arm, id } = made
    azure.clock.advance(60_000)
    const names = async (path: string) =>
      objectsAt((await arm('GET', path)).body, 'value').map((one) => textAt(one, 'name'))
    expect(await names(id.replace(/\/policies$/, ''))).toEqual(['policies'])
    const group = azure.compute('').replace(/\/providers.*/, '')
    expect(await names(`${group}/providers/Microsoft.Resources/deployments`)).toEqual([])
    const { body } = await arm('GET', `${id}/operations`)
    expect(objectsAt(body, 'value')[0]).toMatchObject({ properties: { provisioningState: 'Succeeded' } })
  })

  it('needs a region', async () => {
    await using made = await aDeployment([assignment], '')
    expect(made.answer).toMatchObject({ status: 400, body: { error: { code: 'LocationRequired' } } })
  })

  it('has nothing that belongs to a group', async () => {
    const disk = {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: 'disk',
      location: 'westus',
      properties: {},
    }
    await using made = await aDeployment([disk])
    expect(made.answer).toMatchObject({ status: 400, body: { error: { code: 'InvalidTemplateDeployment' } } })
  })
})
