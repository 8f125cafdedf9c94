import { graphPath } from '../graph/graph-path.ts'
import { openIdScopes } from './tokens.ts'

/** What a `scope` parameter asks of one API. */
export interface RequestedApi {
  /** an identifier URI or a client id, without a slash at its end */
  name: string
  /** scope values, or `.default` */
  values: string[]
}

const microsoftGraph = 'https://graph.microsoft.com'
const azureResourceManager = 'https://management.azure.com'

/**
 * The APIs that scopes ask for, in their order; OpenID Connect's own are of none. A scope is the name of its API, a
 * slash and a value; without a name it is of Microsoft Graph. A client may name an API by its address too, as those do
 * that know no more of a cloud than that: Azure Resource Manager is at `origin` here, Microsoft Graph at `/graph`
 * there.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc
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
