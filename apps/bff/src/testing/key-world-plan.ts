import * as fc from 'fast-check'

/** Two vaults with two keys each, one in each of the first two regions; the third has no vault, so no set. */
export const regions = ['westus', 'eastus2', 'northeurope'] as const
export const keyNames = ['a', 'b'] as const

export interface SetPlan {
  /** place of its region, which is that of its vault */
  region: number
  key: (typeof keyNames)[number]
  type: 'EncryptionAtRestWithCustomerKey' | 'EncryptionAtRestWithPlatformAndCustomerKeys'
}

// Which of the sets in a region: any number, taken modulo how many there are; null: a platform-managed key.
const choice = fc.option(fc.nat(5), { freq: 3 })

const set = fc.record<SetPlan>({
  region: fc.nat(1),
  key: fc.constantFrom(...keyNames),
  type: fc.constantFrom('EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'),
})

const power = fc.constantFrom('running', 'running', 'stopped', 'deallocated')

export interface ScaleSetPlan {
  region: number
  mode: 'Uniform' | 'Flexible'
  /** of the model */
  os: number | null
  data: number | null
  instances: { older: Pick<ScaleSetPlan, 'os' | 'data'> | null; power: string }[]
}

// The disks of an instance can be older than the model, with other sets.
const scaleSet = fc.record<ScaleSetPlan>({
  region: fc.nat(1),
  mode: fc.constantFrom('Uniform', 'Flexible'),
  os: choice,
  data: choice,
  instances: fc.array(fc.record({ older: fc.option(fc.record({ os: choice, data: choice }), { freq: 2 }), power }), {
    maxLength: 3,
  }),
})

/** What a random world has; the first set has the key that something happens to. */
export const keyWorldPlan = fc.record({
  sets: fc.array(set, { minLength: 1, maxLength: 4 }),
  versions: fc.array(fc.record({ regions: fc.tuple(choice, choice, choice), data: choice }), { maxLength: 2 }),
  disks: fc.array(fc.record({ region: fc.nat(1), set: choice, isSnapshot: fc.boolean() }), { maxLength: 2 }),
  machines: fc.array(
    fc.record({
      region: fc.nat(1),
      os: choice,
      data: choice,
      power,
    }),
    { maxLength: 3 },
  ),
  scaleSets: fc.array(scaleSet, { maxLength: 2 }),
})
export type KeyWorldPlan = typeof keyWorldPlan extends fc.Arbitrary<infer Plan> ? Plan : never
