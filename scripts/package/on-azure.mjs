import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setDefaultCACertificates } from 'node:tls'
import { keptCertificate, startAzureSimulator } from '@portal/azure-simulator'
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { ask, signInByHttp } from '../../apps/bff/src/testing.ts'
import { demand, freePort, run } from './run.mjs'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const plan = {
  ...blankPlan(`${group}/galleries/contosoGallery/images/ubuntu-web`),
  name: '3.0.0',
  location: 'westus',
  source: { type: 'ManagedImage', id: `${group}/images/myImage` },
  targetRegions: [blankTargetRegion('westus')],
}

/**
 * That the server of the image works on an Azure by https: a simulated one, which describes itself. Bundling must have
 * broken nothing of MSAL and of Azure's SDK.
 */
export function onAzureProofs(/** @type {import('./image.mjs').Image} */ image) {
  return [
    {
      name: 'it checks tokens, exchanges them on behalf of the user, reads Azure and creates a version',
      async proof() {
        const folder = mkdtempSync(join(tmpdir(), 'portal-azure-'))
        const certificate = await keptCertificate(folder)
        const azure = await startAzureSimulator({ tls: certificate })
        setDefaultCACertificates([certificate.cert])
        const port = await freePort()
        const { portal, api } = azure.applications
        const env = {
          AZURE_CLOUD: azure.url,
          AZURE_TENANT_IDS: azure.tenantId,
          PORTAL_CLIENT_ID: portal.clientId,
          API_CLIENT_ID: api.clientId,
          API_CLIENT_SECRET: api.clientSecret,
          PUBLIC_ORIGIN: 'https://images.contoso.com',
          PORT: String(port),
          NODE_EXTRA_CA_CERTS: image.place(certificate.certFile),
        }
        const server = run(image.start(image.command, env))
        try {
          await server.ready
          const url = `http://localhost:${port}`
          const headers = {
            authorization: `Bearer ${await signInByHttp(azure, 'ada@contoso.example')}`,
            'content-type': 'application/json',
            origin: env.PUBLIC_ORIGIN,
          }
          demand((await ask(`${url}/api/subscriptions`, { headers })).status, 200, 'the list of subscriptions')
          const body = JSON.stringify(plan)
          const sent = await ask(`${url}/api/image-versions`, { method: 'PUT', headers, body })
          demand(sent.status, 200, `the answer to the new version (${JSON.stringify(sent.body)})`)
        } finally {
          server.child.kill('SIGKILL')
          await azure.close()
          rmSync(folder, { recursive: true })
        }
      },
    },
  ]
}
