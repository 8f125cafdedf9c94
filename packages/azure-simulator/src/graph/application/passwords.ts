import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { newSecret } from '../../directory/secrets.ts'
import { keepObject } from '../../directory/tenant-objects.ts'
import { dateTime, guid, parsedBody } from '../body.ts'
import { badRequest } from '../errors.ts'
import { isoSeconds, operation, type GraphOperation } from '../request.ts'
import { applicationAt } from './applications.ts'
import { presentPassword } from './present-application.ts'

const addition = z.strictObject({
  passwordCredential: z.optional(
    z.nullable(
      z.looseObject({
        displayName: z.optional(z.nullable(z.string())),
        startDateTime: z.optional(z.nullable(dateTime)),
        endDateTime: z.optional(z.nullable(dateTime)),
      }),
    ),
  ),
})
const removal = z.strictObject({ keyId: guid })

/** Secrets: https://learn.microsoft.com/graph/api/application-addpassword */
export const passwords: GraphOperation[] = [
  operation('POST applications/{}/addpassword', 'application administrator', (request) => {
    const { tenant, body, now, origin } = request
    const application = applicationAt(request)
    const { displayName, startDateTime, endDateTime } =
      parsedBody(addition, body, 'Application').passwordCredential ?? {}
    const start = startDateTime ?? isoSeconds(now)
    const end = endDateTime ?? twoYearsAfter(start)
    if (Date.parse(end) <= Date.parse(start)) throw badRequest('Credential end date must be after its start date.')
    const { secretText, credential } = newSecret({
      keyId: randomUUID(),
      displayName: displayName ?? null,
      startDateTime: start,
      endDateTime: end,
    })
    keepObject(tenant, { ...application, passwordCredentials: [...application.passwordCredentials, credential] })
    const context = `${origin}/v1.0/$metadata#microsoft.graph.passwordCredential`
    return { status: 200, body: { '@odata.context': context, ...presentPassword(credential), secretText } }
  }),
  operation('POST applications/{}/removepassword', 'application administrator', (request) => {
    const application = applicationAt(request)
    const { passwordCredentials } = application
    const keyId = parsedBody(removal, request.body, 'Application').keyId.toLowerCase()
    const rest = passwordCredentials.filter((credential) => credential.keyId !== keyId)
    if (rest.length === passwordCredentials.length)
      throw badRequest(`No password credential found with keyId '${keyId}'.`)
    keepObject(request.tenant, { ...application, passwordCredentials: rest })
    return { status: 204 }
  }),
]

function twoYearsAfter(start: string): string {
  const date = new Date(start)
  date.setUTCFullYear(date.getUTCFullYear() + 2)
  return isoSeconds(date.getTime())
}
