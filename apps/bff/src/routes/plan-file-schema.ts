import { planFileJsonSchema, planFileSchemaPath } from '@portal/image-version'
import { Router } from 'express'
import { traceOf } from '../http/trace.ts'

/** The JSON Schema that files of plans name, for any editor to read. */
export function planFileSchema(): Router {
  const body = `${JSON.stringify(planFileJsonSchema(), null, 2)}\n`
  const router = Router({ caseSensitive: true, strict: true })
  router.get(planFileSchemaPath, (_request, response) => {
    traceOf(response).route = planFileSchemaPath
    response.setHeader('Cache-Control', 'public, max-age=86400')
    response.type('application/schema+json').end(body)
  })
  return router
}
