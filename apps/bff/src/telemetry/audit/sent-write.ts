/** What one request to Azure writes: IDs only, no value and no query. */
export interface SentWrite {
  /** the path of the request: the ID of a resource, perhaps with the action on it (`…/cancel`) */
  resource: string
  /** of a deployment: the IDs of all resources in its template, those of nested deployments too */
  deploys?: string[]
  /** the disk encryption sets that the request names */
  sets?: string[]
  /** of a role assignment: the GUIDs of the role, and of who gets it */
  grants?: { roleId: string; principalId: string }
}

// A preparation of 60 regions has about 240 resources.
const mostIds = 1000

const setId = /^\/subscriptions\/[^?#]*\/diskEncryptionSets\/[^/?#]+$/i
const assignmentPath = /\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/i
const deploymentPath = /^(.*)\/providers\/Microsoft\.Resources\/deployments\/[^/]+$/i

/**
 * Reads what a request writes out of the bytes that are sent, so that it can't differ from what was done: a deployment
 * can be built from something that another person wrote, and that is changed afterwards.
 */
export function sentWriteOf({ url, body }: { url: string; body?: unknown }): SentWrite {
  const resource = decodeURI(new URL(url).pathname)
  const sent: unknown = typeof body === 'string' ? JSON.parse(body) : undefined
  const [, scope] = deploymentPath.exec(resource) ?? []
  const sets = [...new Set(setsIn(sent))]
  return {
    resource,
    ...(scope !== undefined && sent !== undefined && { deploys: atMost(deployedBy(sent, scope)) }),
    ...(sets.length > 0 && { sets: atMost(sets) }),
    ...(assignmentPath.test(resource) && sent !== undefined && { grants: grantsOf(at(sent, 'properties')) }),
  }
}

function grantsOf(assignment: unknown): NonNullable<SentWrite['grants']> {
  const roleId = textAt(assignment, 'roleDefinitionId').split('/').at(-1) ?? ''
  return { roleId, principalId: textAt(assignment, 'principalId') }
}

function atMost(ids: string[]): string[] {
  return ids.length <= mostIds ? ids : [...ids.slice(0, mostIds), `${ids.length - mostIds} more`]
}

function setsIn(value: unknown): string[] {
  if (typeof value === 'string') return setId.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(setsIn) : []
}

/** The resources of a deployment's template. A nested deployment is named by what it deploys. */
function deployedBy(deployment: unknown, scope: string): string[] {
  const resources = at(at(at(deployment, 'properties'), 'template'), 'resources')
  if (!Array.isArray(resources)) return []
  return resources.flatMap((resource: unknown) => {
    const nested = deployedBy(resource, scope)
    return nested.length > 0 ? nested : [idOf(resource, scope)]
  })
}

function idOf(resource: unknown, scope: string): string {
  const [provider = '', ...types] = textAt(resource, 'type').split('/')
  const names = textAt(resource, 'name').split('/')
  return `${scope}/providers/${provider}${types.map((type, index) => `/${type}/${names[index] ?? ''}`).join('')}`
}

// Azure computes the names that are expressions; `[[` is the escape of a text that only looks like one.
function textAt(resource: unknown, field: string): string {
  const text = at(resource, field)
  if (typeof text !== 'string') return ''
  return text.startsWith('[[') ? text.slice(1) : text.startsWith('[') ? '(computed)' : text
}

function at(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === field)?.[1]
    : undefined
}
