import * as z from 'zod/mini'
import { configurationPath } from './configuration-path.ts'
import { endpoint, type ResponseOf } from './endpoint.ts'

/** What the browser needs before anyone has signed in. Public: no secret, no tenant data. */
export const getConfiguration = endpoint({
  method: 'GET',
  path: configurationPath,
  forAnybody: true,
  request: z.strictObject({}),
  response: z.strictObject({
    /** 'demo' is only shown on screen; it changes no behavior */
    environment: z.enum(['azure', 'demo']),
    authentication: z.strictObject({
      /** of the browser's application */
      clientId: z.string(),
      authority: z.string(),
      knownAuthorities: z.array(z.string()),
      /** the authority's endpoints as JSON, if they can't be discovered (demo) */
      authorityMetadata: z.optional(z.string()),
      /** `api://…/access_as_user` */
      scope: z.string(),
    }),
    /** which Azure it is, for code, links and keys */
    cloud: z.strictObject({
      name: z.string(),
      loginEndpoint: z.string(),
      resourceManager: z.string(),
      audience: z.string(),
      portal: z.string(),
      suffixes: z.strictObject({ keyVaultDns: z.string(), mhsmDns: z.optional(z.string()), storage: z.string() }),
    }),
    /** how often the page of a version polls its replication, in milliseconds */
    replicationPollMs: z.number(),
  }),
})
export type Configuration = ResponseOf<typeof getConfiguration>
