import { expect, it } from 'vitest'
import { plannedReplicas } from './replica-planner.ts'

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
    expect(plannedReplicas([{ name: 'westus', machinesAtOnce, scaleSetsAtOnce }])).toEqual([
      { name: 'westus', replicas, wanted },
    ])
  },
)
