import { expect, it } from 'vitest'
import { objectsAt, textAt } from './json.ts'
import { startedAzure, textOf } from './testing/azure.ts'
import { contoso } from './worlds/contoso.ts'

it('10,000 disk encryption sets come in pages, each once and in order', async () => {
  const world = contoso()
  const set = world.resources.find(({ type }) => type === 'Microsoft.Compute/diskEncryptionSets')
  if (set === undefined) throw new Error('Contoso has no sets')
  const numbers = Array.from({ length: 10_000 }, (_, number) => number.toString().padStart(5, '0'))
  world.resources.push(...numbers.map((number) => ({ ...set, id: `${set.id}-${number}`, name: `many-${number}` })))
  await using azure = await startedAzure({ world, throttling: 'off' })
  const owner = await azure.asOwner()

  const sizes: number[] = []
  const found: (string | undefined)[] = []
  for (let next = azure.compute('diskEncryptionSets'); next !== '';) {
    const { body } = await owner('GET', next)
    const names = objectsAt(body, 'value').map((one) => textAt(one, 'name'))
    sizes.push(names.length)
    found.push(...names.filter((name) => name?.startsWith('many-')))
    next = textOf(body, 'nextLink')
  }
  expect(found).toEqual(numbers.map((number) => `many-${number}`))
  expect([sizes.length, Math.max(...sizes)]).toEqual([11, 1000])
})
