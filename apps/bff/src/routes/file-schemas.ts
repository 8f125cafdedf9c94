import {
  encryptionProofJsonSchema,
  encryptionProofSchemaPath,
  planFileJsonSchema,
  planFileSchemaPath,
  profileJsonSchema,
  profileSchemaPath,
} from '@portal/code'
import { presenterScriptJsonSchema, presenterScriptSchemaPath } from '@portal/portal-api'
import { retentionJsonSchema, retentionSchemaPath } from '@portal/version-update'
import { Router } from 'express'
import { traceOf } from '../telemetry/trace.ts'

const schemas = [
  { path: planFileSchemaPath, schema: planFileJsonSchema },
  { path: profileSchemaPath, schema: profileJsonSchema },
  { path: retentionSchemaPath, schema: retentionJsonSchema },
  { path: encryptionProofSchemaPath, schema: encryptionProofJsonSchema },
  { path: presenterScriptSchemaPath, schema: presenterScriptJsonSchema },
]

/** The JSON Schemas of the files that the portal reads and writes, for anybody to read. */
export function fileSchemas(): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const { path, schema } of schemas) {
    // Made when somebody first asks: it would be a tenth of the time that the server needs to start.
    let body: string | undefined
    router.get(path, (_request, response) => {
      traceOf(response).route = path
      response.setHeader('Cache-Control', 'public, max-age=86400')
      response.type('application/schema+json').end((body ??= `${JSON.stringify(schema(), null, 2)}\n`))
    })
  }
  return router
}
