import type { ArmErrorDetail } from '@portal/arm'
import type { JsonObject } from '../json.ts'

/** A request that Azure refuses. Whatever throws it has changed nothing; `arm/app.ts` alone writes it. */
export class ArmRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly target: string | undefined
  readonly details: ArmErrorDetail[] | undefined
  readonly headers: Record<string, string>
  constructor(status: number, detail: ArmErrorDetail, headers: Record<string, string> = {}) {
    super(detail.message)
    this.name = 'ArmRefusal'
    this.status = status
    this.code = detail.code
    this.target = detail.target
    this.details = detail.details
    this.headers = headers
  }

  /** ARM's envelope */
  body(): JsonObject {
    return { error: errorJson(this) }
  }
}

/** The error as JSON: `{ code, message, target, details }`, the last two optional. */
export function errorJson({ code, message, target, details }: ErrorFacts): JsonObject {
  return { code, message, ...(target !== undefined && { target }), ...(details && { details: details.map(errorJson) }) }
}

interface ErrorFacts {
  code: string
  message: string
  target?: string | undefined
  details?: ArmErrorDetail[] | undefined
}

/** ARM's own refusals come from its gateway and say so in a header. */
export const fromGateway = { 'x-ms-failure-cause': 'gateway' }

/**
 * Azure Compute's error if the request does not match existing resources: 400 InvalidParameter, `target` the property.
 */
export function invalidParameter(message: string, target?: string): ArmRefusal {
  return new ArmRefusal(
    400,
    target === undefined ? { code: 'InvalidParameter', message } : { code: 'InvalidParameter', message, target },
  )
}

/** The same for a property that is not sent. */
export function missingParameter(property: string): ArmRefusal {
  return invalidParameter(`Required parameter '${property}' is missing (null).`, property)
}

/** The same for a property with a value that Azure does not know. */
export function invalidValue(property: string): ArmRefusal {
  return invalidParameter(`The value of parameter ${property} is invalid.`, property)
}

/** 409: what the request asks for is not possible in the present state. */
export function operationNotAllowed(message: string): ArmRefusal {
  return new ArmRefusal(409, { code: 'OperationNotAllowed', message })
}

/** 404: Azure Compute's error for a resource that a request refers to. */
export function referenceNotFound(id: string): ArmRefusal {
  return new ArmRefusal(404, { code: 'NotFound', message: `Resource ${id.split('/').at(-1)} is not found.` })
}

/** 400: Azure Compute's error for a machine that can't be what it is asked to be. */
export function badRequest(message: string): ArmRefusal {
  return new ArmRefusal(400, { code: 'BadRequest', message })
}

/** 400: the body is not JSON, or a value in it has the wrong type. */
export function invalidRequestContent(reason: string): ArmRefusal {
  const message = `The request content was invalid and could not be deserialized: '${reason}'.`
  return new ArmRefusal(400, { code: 'InvalidRequestContent', message }, fromGateway)
}

export function missingApiVersion(): ArmRefusal {
  const message = 'The api-version query parameter (?api-version=) is required for all requests.'
  return new ArmRefusal(400, { code: 'MissingApiVersionParameter', message }, fromGateway)
}

/** 409: a property that can be set only at creation. `property` as in `galleryImageVersion.properties.…`. */
export function propertyChangeNotAllowed(property: string): ArmRefusal {
  return new ArmRefusal(409, {
    code: 'PropertyChangeNotAllowed',
    message: `Changing property '${property}' is not allowed.`,
    target: property,
  })
}

/** 404; `typeAndName` interleaves as ARM does: `Microsoft.Compute/galleries/g/images/i`. */
export function resourceNotFound(typeAndName: string, resourceGroup: string): ArmRefusal {
  const message = `The Resource '${typeAndName}' under resource group '${resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`
  return new ArmRefusal(404, { code: 'ResourceNotFound', message }, fromGateway)
}

export function resourceGroupNotFound(name: string): ArmRefusal {
  return new ArmRefusal(
    404,
    { code: 'ResourceGroupNotFound', message: `Resource group '${name}' could not be found.` },
    fromGateway,
  )
}

/** 404; `names` is `gallery` or `gallery/definition`. */
export function parentResourceNotFound(names: string): ArmRefusal {
  const message = `Can not perform requested operation on nested resource. Parent resource '${names}' not found.`
  return new ArmRefusal(404, { code: 'ParentResourceNotFound', message }, fromGateway)
}

export function subscriptionNotFound(subscriptionId: string): ArmRefusal {
  return new ArmRefusal(
    404,
    { code: 'SubscriptionNotFound', message: `The subscription '${subscriptionId}' could not be found.` },
    fromGateway,
  )
}

/** 409: a gallery that has definitions, a definition that has versions. */
export function cannotDeleteResource(): ArmRefusal {
  return new ArmRefusal(409, {
    code: 'CannotDeleteResource',
    message: 'Can not delete resource before nested resources are deleted.',
  })
}

/** 429: another operation on a resource of Microsoft.Network, or on one of its parts, is in progress. */
export function anotherOperationInProgress(): ArmRefusal {
  const message = 'Another operation on this or dependent resource is in progress.'
  return new ArmRefusal(429, { code: 'AnotherOperationInProgress', message })
}

/** 409: another operation on the resource is in progress. */
export function conflict(): ArmRefusal {
  const message =
    'The request failed due to conflict with a concurrent request. To resolve it, please refer to https://aka.ms/activitylog to get more details on the conflicting requests.'
  return new ArmRefusal(409, { code: 'Conflict', message })
}
