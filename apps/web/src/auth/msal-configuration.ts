import type { Configuration as MsalConfiguration } from '@azure/msal-browser'
import type { Configuration } from '@portal/portal-api'

/** The page that Entra ID returns to; it is registered as the redirect URI of the browser's application. */
export function redirectUri(origin: string): string {
  return `${origin}/auth/redirect.html`
}

/**
 * MSAL's configuration for this portal, served at `origin`. `CP1` declares support for claims challenges: without it,
 * Entra ID sends none. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function msalConfiguration(authentication: Configuration['authentication'], origin: string): MsalConfiguration {
  const { clientId, authority, knownAuthorities, authorityMetadata } = authentication
  return {
    auth: {
      clientId,
      authority,
      knownAuthorities,
      ...(authorityMetadata !== undefined && { authorityMetadata }),
      redirectUri: redirectUri(origin),
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
  }
}

// What MSAL leaves in every tab, whoever is signed in: its own version, and lists, which are empty then.
const bookkeeping = /^msal\.(version$|\d+\.(account|token)\.keys)/

/**
 * Whether MSAL has stored an account or a request in this tab: someone is signed in here, or on the way back from Entra
 * ID. Used before MSAL is loaded.
 */
export function hasSignInBegun(): boolean {
  try {
    return Object.keys(window.sessionStorage).some((key) => key.startsWith('msal.') && !bookkeeping.test(key))
  } catch {
    // Storage is blocked: it can't be determined.
    return true
  }
}

/**
 * The authority that issues tokens of `tenantId`: the configured one if it is a tenant's own, otherwise the tenant's,
 * with the same host. With the two segments, MSAL leaves endpoints from metadata alone.
 */
export function authorityOf(tenantId: string, authority: string): string {
  return isOfSeveralTenants(authority) ? `${new URL(authority).origin}/${tenantId}/v2.0` : authority
}

/** Whether people of several tenants sign in at the authority. */
export function isOfSeveralTenants(authority: string): boolean {
  const segment = new URL(authority).pathname.split('/').find((part) => part !== '')
  return segment === 'organizations' || segment === 'common'
}
