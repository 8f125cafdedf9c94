import { openIdScopes } from './tokens.ts'

/** What a `scope` parameter asks of one API. */
export interface RequestedApi {
  /** an identifier URI or a client id, without a slash at its end */
  name: string
  /** scope values, or `.default` */
  values: string[]
}

const microsoftGraph = 'https://graph.microsoft.com'

/**
 * The APIs that scopes ask for, in their order; OpenID Connect's own are of none. A scope is the name of its API, a slash
 * and a value; without a name it is of Microsoft Graph, which answers at `selfOrigin` here.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
export function requestedApis(scopes: string[], selfOrigin: string): RequestedApi[] {
  const found = new Map<string, RequestedApi>()
  for (const scope of scopes) {
    if (openIdScopes.includes(scope)) continue
    const slash = scope.lastIndexOf('/')
    const asked = scope.slice(0, Math.max(slash, 0)).replace(/\/+$/, '')
    const name = asked === '' || asked === selfOrigin ? microsoftGraph : asked
    const api = found.get(name) ?? { name, values: [] }
    found.set(name, { name, values: [...api.values, scope.slice(slash + 1)] })
  }
  return [...found.values()]
}
