import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt } from '../../../json.ts'
import { startedAzure, type Arm, type StartedAzure } from '../../../testing/azure.ts'
import { templateBomb } from '../../../testing/bombs/bomb.ts'
import { sentBomb } from '../../../testing/bombs/sent-bomb.ts'
import { templateBombs } from '../../../testing/bombs/template-bombs.ts'

// They blocked the process for ten seconds and more, or forever; a busy machine needs some hundred milliseconds.
const longest = 5_000

describe('a template', () => {
  let azure: StartedAzure
  let owner: Arm
  beforeAll(async () => {
    azure = await startedAzure({ throttling: 'off' })
    owner = await azure.asOwner()
  })
  afterAll(() => azure.simulator.close())

  it.each(templateBombs.map((bomb) => [bomb.name, bomb] as const))('comes to an end: %s', async (_, bomb) => {
    const { end, milliseconds } = await sentBomb(azure, owner, bomb)
    expect(end).toMatch(/^(400 InvalidTemplate|400 DeploymentJobSizeExceeded|201 (Succeeded|Failed))$/)
    expect(milliseconds).toBeLessThan(longest)
  })

  it.each([
    ['parameters', 257, { type: 'string', defaultValue: 'x' }],
    ['variables', 513, 'x'],
    ['outputs', 65, { type: 'string', value: 'x' }],
  ])('has a limit of its %s', async (kind, count, one) => {
    const limited = (number: number) =>
      templateBomb(`${number} ${kind}`, () => ({
        [kind]: Object.fromEntries(Array.from({ length: number }, (_, index) => [`n${index}`, one])),
      }))
    const message = `Deployment template validation failed: 'The number of template ${kind} limit exceeded. Limit: '${count - 1}' and actual: '${count}'. Please see https://aka.ms/arm-template-limits for usage details'.`
    expect(await sentBomb(azure, owner, limited(count))).toMatchObject({ end: '400 InvalidTemplate', message })
    expect(await sentBomb(azure, owner, limited(count - 1))).toMatchObject({ end: '201 Succeeded' })
  })

  it('has 800 resources in all its loops', async () => {
    const disks = (count: number) => ({
      type: 'Microsoft.Compute/disks',
      apiVersion: '2024-03-02',
      name: `[format('d${count}-{0}', copyIndex())]`,
      copy: { name: `loop${count}`, count },
    })
    const bomb = templateBomb('801 disks', () => ({ resources: [disks(400), disks(401)] }))
    expect((await sentBomb(azure, owner, bomb)).message).toContain(
      "The number of template resources limit exceeded. Limit: '800' and actual: '801'",
    )
  })

  it('has expressions of 24,576 characters', async () => {
    const of = (length: number) =>
      templateBomb(`expression of ${length}`, () => ({
        outputs: { o: { type: 'string', value: `[concat('${'x'.repeat(length - "concat('')".length)}')]` } },
      }))
    expect(await sentBomb(azure, owner, of(24_576))).toMatchObject({ end: '201 Succeeded' })
    const { message } = await sentBomb(azure, owner, of(24_577))
    expect(message).toContain("The language expression length limit exceeded. Limit: '24576' and actual: '24577'")
  })

  it('evaluates each variable once', async () => {
    const template = {
      variables: { id: '[newGuid()]' },
      outputs: { ids: { type: 'array', value: "[createArray(variables('id'), variables('id'))]" } },
    }
    const bomb = templateBomb('one guid', () => template)
    await sentBomb(azure, owner, bomb)
    const { body } = await owner('GET', bomb.path(azure.production))
    const ids = valueAt(body, 'properties', 'outputs', 'ids', 'value')
    expect(Array.isArray(ids) && ids.length === 2 && ids[0] === ids[1]).toBe(true)
  })

  it('that deploys itself ends after ten levels, and says so', async () => {
    const bomb = templateBomb('levels', () => ({
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2024-03-01',
          name: "[concat(deployment().name, '-')]",
          properties: { mode: 'Incremental', template: '[deployment().properties.template]' },
        },
      ],
    }))
    expect((await sentBomb(azure, owner, bomb)).end).toBe('201 Failed')
    const innermost = bomb.path(azure.production).replace('?', `${'-'.repeat(10)}?`)
    const { body } = await owner('GET', innermost)
    const [failed] = objectsAt(body, 'properties', 'error', 'details')
    expect(textAt(failed, 'message')).toContain("within '11' others, and the limit is '10'")
  })
})
