import { readOnlyHeader } from '@portal/portal-api'
import type { RequestHandler } from 'express'
import type { Operators } from './operators.ts'

/** Adds to each response whether the portal writes, so that the page shows it with the next one. */
export function setReadOnlyHeader(operators: Operators): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(readOnlyHeader, String(operators.isReadOnly))
    next()
  }
}
