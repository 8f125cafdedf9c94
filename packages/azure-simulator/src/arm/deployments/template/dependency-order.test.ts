import { array, assert, asyncProperty, boolean, nat } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const networkType = 'Microsoft.Network/virtualNetworks'

function network(name: string, dependsOn: string[] = []): JsonObject {
  return { type: networkType, apiVersion: '2024-05-01', name, location: 'westus', dependsOn, properties: {} }
}

// Resource n can depend on earlier ones only, so there is no circle; the template lists them in any order.
const graphs = array(array(nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).map((waits) =>
  waits.map((others, index) => others.filter((other) => other < index)),
)

async function withDeployments() {
  const azure = await startedAzure()
  const arm = await azure.asOwner()
  const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
  const put = (name: string, template: JsonObject) =>
    arm('PUT', `${group}/providers/Microsoft.Resources/deployments/${name}`, {
      properties: { mode: 'Incremental', template },
    })
  return { azure, arm, group, put }
}

describe('the resources of a deployment', () => {
  it('each start when the last of those they wait for has ended, and all of them end', async () => {
    const { azure, arm, group, put } = await withDeployments()
    await using _ = azure
    let run = 0
    await assert(
      asyncProperty(graphs, boolean(), async (waits, isReversed) => {
        const name = `run${(run += 1)}`
        const resources = waits.map((others, index) =>
          network(
            `n${index}`,
            others.map((other) => `${networkType}/n${other}`),
          ),
        )
        expect((await put(name, { resources: isReversed ? resources.toReversed() : resources })).status).toBe(201)
        azure.clock.advance(60_000)
        const { body } = await arm('GET', `${group}/deployments/${name}/operations`)
        const done = objectsAt(body, 'value').filter((operation) =>
          textAt(operation, 'properties', 'targetResource', 'id'),
        )
        const endOf = new Map(
          done.map((operation) => [
            textAt(operation, 'properties', 'targetResource', 'resourceName'),
            Date.parse(textAt(operation, 'properties', 'timestamp') ?? ''),
          ]),
        )
        expect(endOf.size).toBe(waits.length)
        const first = Math.min(...endOf.values()) - 1000
        waits.forEach((others, index) => {
          const ready = Math.max(first, ...others.map((other) => endOf.get(`n${other}`) ?? Infinity))
          expect(endOf.get(`n${index}`)).toBe(ready + 1000)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('may not wait for each other in a circle, nor for what the template does not define', async () => {
    const { azure, put } = await withDeployments()
    await using _ = azure
    const circle = await put('circle', { resources: [network('a', ['b']), network('b', ['a'])] })
    expect(circle).toMatchObject({ status: 400, body: { error: { code: 'InvalidTemplate' } } })
    expect(textAt(circle.body, 'error', 'message')).toContain('Circular dependency detected on resource')
    const unknown = await put('unknown', { resources: [network('a', ['elsewhere'])] })
    expect(textAt(unknown.body, 'error', 'message')).toContain(
      "The resource 'elsewhere' is not defined in the template",
    )
  })

  it('are made once for each round of a loop, and not where their condition does not hold', async () => {
    const { azure, arm, group, put } = await withDeployments()
    await using _ = azure
    const copy = { name: 'networks', count: 2 }
    const resources = [
      { ...network("[format('loop{0}', copyIndex())]"), copy },
      { ...network('never'), condition: '[equals(1, 2)]' },
      network('after', ['networks', 'never']),
    ]
    await put('loop', { resources })
    azure.clock.advance(60_000)
    const { body } = await arm('GET', `${group}/providers/${networkType}`)
    const names = objectsAt(body, 'value').map((resource) => textAt(resource, 'name'))
    expect(names).toEqual(expect.arrayContaining(['loop0', 'loop1', 'after']))
    expect(names).not.toContain('never')
  })

  it('may be a deployment of their own, whose failure is theirs', async () => {
    const { azure, arm, group, put } = await withDeployments()
    await using _ = azure
    const nested = (name: string, resource: JsonObject): JsonObject => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2024-07-01',
      name,
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { name: { value: "[concat('in', 'ner')]" } },
        template: { parameters: { name: { type: 'string' } }, resources: [resource] },
      },
    })
    await put('outer', {
      resources: [
        nested('well', network("[parameters('name')]")),
        network('after', ['well']),
        nested('ill', network('bad name')),
      ],
    })
    azure.clock.advance(60_000)
    const outer = await arm('GET', `${group}/providers/Microsoft.Resources/deployments/outer`)
    expect(outer.body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        error: { details: [{ code: 'DeploymentFailed', details: [{ code: 'InvalidParameter' }] }] },
      },
    })
    expect((await arm('GET', `${group}/providers/${networkType}/inner`)).status).toBe(200)
    expect((await arm('GET', `${group}/providers/${networkType}/after`)).status).toBe(200)
  })
})
