import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { RecordedRequest } from '../requests.ts'
import type { ArmReply } from './request.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The caller's correlation ID if it is a GUID, as in ARM; otherwise a new one. */
export function correlationIdOf(request: Request): string {
  const given = request.get('x-ms-correlation-request-id') ?? ''
  return guid.test(given) ? given : randomUUID()
}

/** Writes one of ARM's responses, with the headers of all of them; `now` is Azure's time. */
export function writeReply(
  response: Response,
  reply: ArmReply,
  context: { now: number; record: RecordedRequest },
): void {
  const { now, record } = context
  const requestId = randomUUID()
  record.status = reply.status
  response.status(reply.status).set({
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': record.correlationId,
    'x-ms-routing-request-id': `SIMULATOR:${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}:${requestId}`,
    date: new Date(now).toUTCString(),
    ...reply.headers,
  })
  if (reply.body === undefined) {
    response.end()
    return
  }
  response.set('content-type', 'application/json; charset=utf-8')
  response.end(textOf(reply, record.path))
}

// Compute and Network use Windows line breaks; ARM writes none, even if it answers instead of them.
function textOf({ body, headers }: ArmReply, path: string): string {
  const isBroken = /^.*\/providers\/microsoft\.(compute|network)\//i.test(path) && !headers?.['x-ms-failure-cause']
  return isBroken ? JSON.stringify(body, null, 2).replaceAll('\n', '\r\n') : JSON.stringify(body)
}
