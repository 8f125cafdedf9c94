import { timingSafeEqual } from 'node:crypto'
import { EntraError } from '../errors.ts'
import { required } from './parameters.ts'
import type { TokenRequest } from './token-request.ts'

/** What a confidential client shows of itself. */
export interface ClientCredential {
  clientId: string
  clientSecret: string
}

/** Client id and secret, of the form or of HTTP Basic. Throws AADSTS7000218 if there is no secret. */
export function credentialOf({ form, basic }: TokenRequest): ClientCredential {
  if (basic) return basic
  const clientId = required(form, 'client_id')
  const clientSecret = form['client_secret']
  if (clientSecret) return { clientId, clientSecret }
  throw new EntraError(
    ['invalid_client', 7000218],
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    { status: 401 },
  )
}

/** Throws AADSTS7000215 unless the secret is the application's. */
export function demandSecret(given: ClientCredential, secret: string): void {
  const [one, other] = [Buffer.from(given.clientSecret), Buffer.from(secret)]
  if (one.length === other.length && timingSafeEqual(one, other)) return
  const message = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${given.clientId}'.`
  throw new EntraError(['invalid_client', 7000215], message, { status: 401 })
}
