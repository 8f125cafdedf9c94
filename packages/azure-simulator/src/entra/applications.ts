/** An application registered in the tenant: https://learn.microsoft.com/entra/identity-platform/application-model */
export interface PortalApplication {
  /** the browser's: it has no secret, and holds `access_as_user` only */
  clientId: string
  redirectUris: string[]
}

export interface ApiApplication {
  /** the BFF's: it may act for the user towards Azure Resource Manager */
  clientId: string
  clientSecret: string
  /** `api://{clientId}/access_as_user` */
  scope: string
}

export interface Applications {
  portal: PortalApplication
  api: ApiApplication
}

/** The two of the portal. `clientSecret` is drawn anew at each start. */
export function registeredApplications(clientSecret: string): Applications {
  const apiId = '0a91c0de-0000-4000-8000-00000000a911'
  return {
    portal: {
      clientId: '0a91c0de-0000-4000-8000-0000000005fa',
      // Entra ignores the port of a registered localhost: https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
      redirectUris: ['http://localhost/auth/redirect.html', 'http://127.0.0.1/auth/redirect.html'],
    },
    api: { clientId: apiId, clientSecret, scope: `api://${apiId}/access_as_user` },
  }
}

const loopback = new Set(['localhost', '127.0.0.1'])

/** Whether `uri` is exactly a registered one, but for the port of a loopback host. */
export function isRegistered(uri: string, registered: string[]): boolean {
  return registered.some((known) => withoutLoopbackPort(known) === withoutLoopbackPort(uri))
}

/** Whether an `Origin` header is that of a registered redirect URI. */
export function isRegisteredOrigin(origin: string, registered: string[]): boolean {
  return registered.some(
    (known) => new URL(withoutLoopbackPort(known) ?? known).origin === withoutLoopbackPort(origin)?.replace(/\/$/, ''),
  )
}

function withoutLoopbackPort(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined
  const url = new URL(uri)
  // What the parser tidies up (dot segments, credentials, a fragment) was not registered.
  if (url.href !== uri && url.origin !== uri) return undefined
  if (loopback.has(url.hostname)) url.port = ''
  return url.href
}
