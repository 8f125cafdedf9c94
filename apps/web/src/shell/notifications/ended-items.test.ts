import type { UnderWayItem } from '@portal/portal-api'
import { expect, it } from 'vitest'
import { endedItems } from './ended-items.ts'

const group = '/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/images/providers'
const definition = `${group}/Microsoft.Compute/galleries/g/images/ubuntu`
const version = (name: string): UnderWayItem => ({
  id: `${definition}/versions/${name}`,
  kind: 'imageVersion',
  state: 'Creating',
})
const workOn = (name: string): UnderWayItem => ({
  id: `${group}/Microsoft.Resources/deployments/image-version-1`,
  kind: 'versionWork',
  state: 'Running',
  about: version(name).id.toUpperCase(),
})

it('are those that were in progress and no longer are, whatever the spelling of their ids', () => {
  const before = [version('1.0.0'), version('2.0.0')]
  const now = [{ ...version('2.0.0'), id: version('2.0.0').id.toUpperCase() }, version('3.0.0')]
  expect(endedItems(before, now)).toEqual([version('1.0.0')])
  expect(endedItems([], now)).toEqual([])
})

it('are not a version whose deployment is in progress, nor a deployment whose version is', () => {
  expect(endedItems([version('1.0.0')], [workOn('1.0.0')])).toEqual([])
  expect(endedItems([workOn('1.0.0')], [version('1.0.0')])).toEqual([])
  expect(endedItems([workOn('1.0.0')], [version('2.0.0')])).toEqual([workOn('1.0.0')])
})
