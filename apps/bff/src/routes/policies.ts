import { parseResourceIdOf } from '@portal/arm'
import * as api from '@portal/portal-api'
import { listPolicyAssignments } from '../azure/policy-assignments.ts'
import { route } from '../route.ts'

export const policyRoutes = [
  route(api.listPolicyAssignments, async ({ galleryId }, { azure }) => ({
    assignments: await listPolicyAssignments(azure, parseResourceIdOf('Microsoft.Compute/galleries', galleryId)),
  })),
]
