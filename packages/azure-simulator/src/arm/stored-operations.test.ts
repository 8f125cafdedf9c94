import { expect, it } from 'vitest'
import type { Operation } from '../operation.ts'
import { startedAzure } from '../testing/azure.ts'
import { keepOperation } from './stored-operations.ts'

it('of many operations the oldest go, unless they are under way, and of forecasts all but five', async () => {
  await using azure = await startedAzure()
  const { world } = azure.simulator
  const now = azure.clock.now()
  const operation = (id: string, more: Partial<Operation> = {}): Operation => ({
    id,
    family: 'operations',
    subscriptionId: azure.production,
    startedAt: now,
    endsAt: now,
    ...more,
  })
  keepOperation(world, operation('under way', { endsAt: now + 1 }))
  for (let number = 0; number < 1_100; number += 1) keepOperation(world, operation(`o${number}`))
  expect([world.operations.size, world.operations.has('under way'), world.operations.has('o0')]).toEqual([
    1_000,
    true,
    false,
  ])
  for (let number = 0; number < 9; number += 1) keepOperation(world, operation(`w${number}`, { family: 'whatIf' }))
  const whatIfs = [...world.operations.values()].filter(({ family }) => family === 'whatIf')
  expect(whatIfs.map(({ id }) => id)).toEqual(['w4', 'w5', 'w6', 'w7', 'w8'])
})
