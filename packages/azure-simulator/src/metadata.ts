import express, { type Router } from 'express'
import { graphPath } from './graph/graph-path.ts'
import { originOf } from './origin.ts'

/** The endpoints of this cloud, for `az cloud register --endpoint-resource-manager`; requested without a token. */
export function metadataRouter(publicUrl: string | undefined): Router {
  const router = express.Router()
  router.get('/metadata/endpoints', (request, response) => {
    const origin = originOf(request, publicUrl)
    response.json({
      name: 'AzureSimulator',
      resourceManager: origin,
      authentication: {
        loginEndpoint: origin,
        audiences: ['https://management.azure.com/', 'https://management.core.windows.net/'],
        tenant: 'common',
        identityProvider: 'AAD',
      },
      graphAudience: 'https://graph.windows.net/',
      // Both az's address of Graph and the audience of its tokens.
      microsoftGraphResourceId: `${origin}${graphPath}/`,
      portal: origin,
      suffixes: { keyVaultDns: 'vault.azure.net', mhsmDns: 'managedhsm.azure.net', storage: 'core.windows.net' },
    })
  })
  return router
}
