import { expect, it } from 'vitest'
import { definitionOf, resourceGroupOf, subscriptionNameOf } from './resource-names.ts'

const definition =
  '/subscriptions/0a0a0a0a-1111-4222-8333-444444444444/resourceGroups/images/providers/Microsoft.Compute/galleries/team/images/ubuntu'
const version = `${definition}/versions/1.0.0`

it('names what a version belongs to by its id', () => {
  expect(definitionOf(version)).toEqual({ id: definition })
  expect(resourceGroupOf(version)).toBe('images')
})

it('names a subscription, or gives its id where it is none that is known', () => {
  const subscriptionId = '0A0A0A0A-1111-4222-8333-444444444444'
  expect(subscriptionNameOf(version, [{ subscriptionId, displayName: 'Team', tenantId: '' }])).toBe('Team')
  expect(subscriptionNameOf(version, [])).toBe(subscriptionId.toLowerCase())
})
