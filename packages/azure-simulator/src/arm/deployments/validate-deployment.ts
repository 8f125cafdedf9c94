import type { ArmReply, ArmRequest } from '../request.ts'
import { preflight } from './preflight.ts'
import { presentDeployment } from './present-deployment.ts'
import { newDeployment } from './put-deployment.ts'
import { newNamedDeployment } from './requested-deployment.ts'
import type { ResourceOperations } from './resource-request.ts'
import { parsedTemplate } from './template/parsed-template.ts'

/**
 * 200 with what would be deployed, or the refusal that a PUT would get:
 * https://learn.microsoft.com/rest/api/resources/deployments/validate
 */
export function validateDeployment(request: ArmRequest, operations: ResourceOperations): ArmReply {
  const { id, name } = newNamedDeployment(request)
  const parsed = parsedTemplate(request, id)
  preflight(request, parsed, operations)
  const planned = newDeployment(request, { id, name }, parsed)
  const shown = presentDeployment(planned, request.clock.now())
  const validatedResources = planned.deployment.steps.map((step) => ({ id: step.id }))
  const properties = { ...shown.properties, provisioningState: 'Succeeded', validatedResources }
  return { status: 200, body: { ...shown, properties } }
}
