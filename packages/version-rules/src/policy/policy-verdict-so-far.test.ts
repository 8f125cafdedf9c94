import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { customerKeysAssignment } from '../testing/policies.ts'
import { policyVerdictSoFar } from './policy-verdict-so-far.ts'
import { policyVerdict } from './policy-verdict.ts'

const soFar = (plan: ReturnType<typeof aPlan>) => {
  const { state, findings } = policyVerdictSoFar(plan, policyVerdict(plan, anInventory(), [customerKeysAssignment]))
  return { state, cells: findings.flatMap(({ paths }) => paths).length }
}

it('waits for the sets of a plan that asks for them', () => {
  const plan = aPlan({ targetRegions: [customerManaged('westus', {})] })
  expect(policyVerdict(plan, anInventory(), [customerKeysAssignment]).state).toBe('denied')
  expect(soFar(plan)).toEqual({ state: 'compliant', cells: 0 })
})

it('tells at once that a plan with platform keys is refused', () => {
  const plan = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey' })
  expect(soFar(plan)).toEqual({ state: 'denied', cells: plan.targetRegions.length })
})
