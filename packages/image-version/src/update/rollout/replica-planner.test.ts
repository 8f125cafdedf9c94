import { expect, it } from 'vitest'
import { replicaPlan } from './replica-planner.ts'

it.each([
  [0, 0, 1, 1],
  [50, 0, 1, 1],
  [51, 0, 2, 2],
  [1000, 0, 20, 20],
  [100, 3, 5, 5],
  [5000, 0, 100, 100],
  [9000, 0, 180, 100],
])(
  '%i machines and %i scale sets at once want %i replicas and get %i',
  (machinesAtOnce, scaleSetsAtOnce, wanted, replicas) => {
    expect(replicaPlan([{ name: 'westus', machinesAtOnce, scaleSetsAtOnce }], undefined).regions).toEqual([
      { name: 'westus', replicas, wanted },
    ])
  },
)

it('counts the copies of all regions and what they take', () => {
  const demand = { machinesAtOnce: 100, scaleSetsAtOnce: 0 }
  const plan = replicaPlan(
    [
      { name: 'westus', ...demand },
      { name: 'eastus2', ...demand },
    ],
    158,
  )
  expect(plan).toMatchObject({ totalReplicas: 4, totalGB: 632, isAllowed: true })
})

it('does not allow more than 100 replicas in all', () => {
  const demand = { machinesAtOnce: 2600, scaleSetsAtOnce: 0 }
  expect(
    replicaPlan(
      [
        { name: 'westus', ...demand },
        { name: 'eastus2', ...demand },
      ],
      undefined,
    ).isAllowed,
  ).toBe(false)
})
