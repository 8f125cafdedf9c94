import { formatResourceId, parseGalleryId, resourceGroupId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { listPolicyAssignments } from '../azure/subscriptions/policy-assignments.ts'
import { route } from './route.ts'

export const policyRoutes = [
  route(api.listPolicyAssignments, async (asked, { azure }) => ({
    assignments: await listPolicyAssignments(azure, scopeOf(asked)),
  })),
]

function scopeOf(asked: api.PolicyScope): string {
  if ('galleryId' in asked) return formatResourceId(parseGalleryId(asked.galleryId))
  // For a group that does not exist yet, its subscription's policies apply.
  return asked.resourceGroupName === '' ? `/subscriptions/${asked.subscriptionId}` : resourceGroupId(asked)
}
