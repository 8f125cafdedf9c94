import { computeId } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { imageVersionId, tryImageVersionId } from './image-version-id.ts'
import { aPlan } from './testing/plans.ts'

it('is the id of the version below its definition', () => {
  expect(imageVersionId(aPlan())).toBe(computeId('galleries/images/versions', 'myGallery/myImageDefinition/1.0.0'))
})

it.each(['', '1.0/..', '..'])('a version named "%s" has no id', (name) => {
  expect(tryImageVersionId(aPlan({ name }))).toBeUndefined()
})
