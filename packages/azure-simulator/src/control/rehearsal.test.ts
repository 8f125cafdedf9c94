import { expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../json.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aSigningKey } from '../testing/azure.ts'
import { aMachineWithKey } from '../testing/lost-keys.ts'
import { aSet, aVersion, aVisitor, computeOf } from '../testing/sandboxes.ts'
import { aScaleSet } from '../testing/scale-sets.ts'

const rehearsal = '/simulator/world/rehearsal'
const signingKey = aSigningKey()

it('has a key that was disabled, the machine that stops an hour later, and the key that is enabled again', async () => {
  await using started = await aMachineWithKey()
  const { arm, machine, minutes, vault, azure } = started
  await started.enable(false)
  expect((await arm('GET', rehearsal)).body).toMatchObject({ stopping: [machine], stopped: [] })
  minutes(61)
  const { body } = await arm('GET', rehearsal)
  expect(body).toMatchObject({
    format: 'rehearsal-report',
    stopping: [],
    stopped: [machine],
    keys: expect.arrayContaining([{ id: `${vault.id}/keys/own-key`, isEnabled: false }]) as unknown,
  })
  expect(objectsAt(body, 'acts').slice(-2)).toMatchObject([
    { type: 'Microsoft.KeyVault/vaults/keys/versions', changes: [['properties.attributes.enabled', 'true', 'false']] },
    { by: 'Azure', done: 'Update', ids: [machine], changes: [['power', 'running', 'stopped']] },
  ])
  const query = "resourcechanges | where tostring(properties.changes) contains 'power' or id contains '/keys/'"
  const graph = await arm('POST', '/providers/Microsoft.ResourceGraph/resources', { query })
  expect(graph.body['data']).toEqual([])

  const ada = await azure.as('Ada')
  const key = { id: `${vault.id}/keys/own-key`, enabled: true }
  expect((await ada('POST', '/simulator/world/key', key)).status).toBe(200)
  expect((await ada('POST', '/simulator/world/key', { ...key, id: machine })).status).toBe(409)
  const after = (await ada('GET', rehearsal)).body
  expect(after).toMatchObject({ stopped: [] })
  expect(objectsAt(after, 'acts').at(-2)).toMatchObject({
    by: 'ada@contoso.example',
    changes: [['properties.attributes.enabled', 'false', 'true']],
  })
})

it('has what the latest was before the first change, and the scale sets that follow another one', async () => {
  await using scaleSet = await aScaleSet()
  const { arm, azure } = scaleSet
  await scaleSet.put()
  const versions = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions')
  const { body: before } = await arm('GET', versions)
  const [second, latest] = objectsAt(before, 'value').slice(-2)
  const name = textAt(latest, 'name') ?? ''
  expect((await arm('GET', rehearsal)).body['latest']).toEqual([])
  const profile = valueAt(latest, 'properties', 'publishingProfile') as JsonObject
  const properties = { publishingProfile: { ...profile, excludeFromLatest: true } }
  await arm('PATCH', `${versions}/${name}`, { properties })
  const { body } = await arm('GET', rehearsal)
  expect(objectsAt(body, 'latest')).toContainEqual({
    definitionId: versions.replace('/versions', ''),
    region: 'westus',
    before: name,
    now: textAt(second, 'name'),
    scaleSets: [scaleSet.id],
  })
  expect(objectsAt(body, 'acts').at(-1)).toMatchObject({
    done: 'Update',
    ids: [`${versions}/${name}`],
    changes: [['properties.publishingProfile.excludeFromLatest', 'false', 'true']],
  })
})

it('has what was created and stated, no secret of a deployment, and no ID of a sandbox', async () => {
  const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey })
  const ada = await aVisitor(simulator)
  const [version, set] = [aVersion(simulator, '7.0.0'), aSet(simulator, 'rehearsed')]
  await ada.arm('PUT', version.path, version.body)
  await ada.arm('PUT', set.path, set.body)
  const group = computeOf(simulator).replace(/\/providers\/.*/, '')
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
  await ada.arm('PATCH', vault, { tags: { of: ada.tenantId } })
  const deploy = (parameters: JsonObject) => ({
    properties: {
      mode: 'Incremental',
      template: {
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        parameters: Object.fromEntries(
          Object.keys(parameters).map((name) => [name, { type: name === 'password' ? 'secureString' : 'object' }]),
        ),
        resources: [],
      },
      parameters,
    },
  })
  const parameters = { rule: { value: { keep: 3 } }, password: { value: 'Pa55-of-nobody' } }
  await ada.arm('PUT', `${group}/providers/Microsoft.Resources/deployments/stated`, deploy(parameters))
  const { body, text } = await ada.arm('GET', rehearsal)
  expect(objectsAt(body, 'acts')).toMatchObject([
    {
      by: 'ada@contoso.example',
      done: 'Create',
      ids: [version.path],
      outcome: 'InProgress',
      resource: { id: version.path },
    },
    { done: 'Create', ids: [set.path] },
    { done: 'Update', ids: [vault] },
    { done: 'Deploy', parameters: { rule: { value: { keep: 3 } } } },
  ])
  expect(text).not.toMatch(/Pa55|eyJ|BEGIN |client_?secret/i)
  expect(text).not.toContain(ada.tenantId)
  await simulator.close()
})
