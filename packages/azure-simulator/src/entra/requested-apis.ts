import { graphPath } from '../graph/graph-path.ts'
import { openIdScopes } from './tokens.ts'

/** The part of a `scope` parameter for one API. */
export interface RequestedApi {
  /** an identifier URI or a client id, without a slash at its end */
  name: string
  /** scope values, or `.default` */
  values: string[]
}

const microsoftGraph = 'https://graph.microsoft.com'
const azureResourceManager = 'https://management.azure.com'

/**
 * The APIs that scopes request, in their order; OpenID Connect's own belong to none. A scope is the name of its API, a
 * slash and a value; without a name it belongs to Microsoft Graph. A client can also name an API by its address, as
 * clients do that know only the address of a cloud: Azure Resource Manager is at `origin` here, Microsoft Graph at
 * `/graph` there. https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
export function requestedApis(scopes: string[], origin: string): RequestedApi[] {
  const named = new Map([
    ['', microsoftGraph],
    [origin + graphPath, microsoftGraph],
    [origin, azureResourceManager],
  ])
  const found = new Map<string, RequestedApi>()
  for (const scope of scopes) {
    if (openIdScopes.includes(scope)) continue
    const slash = scope.lastIndexOf('/')
    const asked = scope.slice(0, Math.max(slash, 0)).replace(/\/+$/, '')
    const name = named.get(asked) ?? asked
    const api = found.get(name) ?? { name, values: [] }
    found.set(name, { name, values: [...api.values, scope.slice(slash + 1)] })
  }
  return [...found.values()]
}
