import { aDiskEncryptionSet, diskEncryptionSetId } from '@portal/disk-encryption/testing'
import {
  differences,
  fromArm,
  imageVersionId,
  imageVersionPlan,
  type ImageVersionPlan,
  toArm,
} from '@portal/image-version'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCompletePlan } from './testing/complete-plans.ts'

// Properties of every plan with all fields chosen.

/** The sets that a plan names, all of the plan's type. */
function setsOf({ targetRegions, encryptionType }: ImageVersionPlan) {
  if (encryptionType === 'EncryptionAtRestWithPlatformKey') return { diskEncryptionSets: [] }
  const ids = targetRegions.map(({ encryption }) => encryption.osDiskImage)
  return { diskEncryptionSets: ids.map((id) => aDiskEncryptionSet('any', { id, encryptionType })) }
}

function forEveryPlan(property: (plan: ImageVersionPlan) => void): void {
  fc.assert(fc.property(aCompletePlan, property), { numRuns: 100 })
}

describe('every complete plan', () => {
  it('comes back from the body sent for it', () => {
    forEveryPlan((plan) => {
      expect(fromArm({ id: imageVersionId(plan), ...toArm(plan) }, setsOf(plan))).toEqual(plan)
    })
  })

  it('comes back in the form that the BFF takes', () => {
    forEveryPlan((plan) => {
      expect(imageVersionPlan.safeParse(fromArm(toArm(plan))).success).toBe(true)
    })
  })

  it('does not differ from the body sent for it', () => {
    forEveryPlan((plan) => {
      expect(differences(plan, toArm(plan))).toEqual([])
    })
  })

  it('differs from the body of a plan with another set in one cell', () => {
    forEveryPlan((plan) => {
      const [first, ...others] = plan.targetRegions
      fc.pre(first !== undefined && plan.encryptionType !== 'EncryptionAtRestWithPlatformKey')
      const encryption = { ...first.encryption, osDiskImage: diskEncryptionSetId('another') }
      const body = toArm({ ...plan, targetRegions: [{ ...first, encryption }, ...others] })
      expect(differences(plan, body)).toMatchObject([{ stored: diskEncryptionSetId('another') }])
    })
  })

  it('sends no empty text', () => {
    forEveryPlan((plan) => {
      const { tags: _, ...body } = toArm(plan)
      expect(JSON.stringify(body)).not.toContain('""')
    })
  })
})
