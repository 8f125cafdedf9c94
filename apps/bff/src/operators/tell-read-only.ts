import { readOnlyHeader } from '@portal/portal-api'
import type { RequestHandler } from 'express'
import type { Operators } from './operators.ts'

/** Tells the browser with each answer whether the portal writes, so that its page says so at the next one. */
export function tellReadOnly({ readOnly }: Operators): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(readOnlyHeader, String(readOnly.isOn))
    next()
  }
}
