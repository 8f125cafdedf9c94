import { aPlan, customerManaged } from '@portal/image-version/testing'
import type { VersionWork } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { withoutPendingRegions } from './pending-regions.ts'

const asked = aPlan({
  targetRegions: ['westus', 'uksouth', 'italynorth'].map((name) => customerManaged(name, { os: name })),
})
const version = { targetRegions: [] }
const work = (state: VersionWork['state']): VersionWork => ({
  id: 'deployment',
  imageVersionId: 'version',
  kind: 'Rollout',
  state,
  startedAt: '2026-11-24T09:00:00Z',
  asOf: '2026-11-24T09:00:01Z',
  steps: [
    { action: 'create', regions: ['westus'], state: 'Succeeded' },
    { action: 'add', regions: ['uksouth'], state: 'Running' },
  ],
})
const names = (works: VersionWork[] | undefined) =>
  withoutPendingRegions(asked, version, works).targetRegions.map(({ name }) => name)

it('expects a region from the moment that its step is over, whatever became of it', () => {
  expect(names([work('Running')])).toEqual(['westus', 'italynorth'])
  expect(names([work('Failed')])).toEqual(['westus', 'uksouth', 'italynorth'])
})

it('expects none that is not there before it is known what is under way', () => {
  expect(names(undefined)).toEqual([])
})
