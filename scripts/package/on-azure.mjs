import { setDefaultCACertificates } from 'node:tls'
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { ask, signInByHttp } from '../../apps/bff/src/testing/portal.ts'
import { freePort } from '../dev/free-port.mjs'
import { startSimulatedAzure } from '../test/simulated-azure.mjs'
import { assertSame, run } from './run.mjs'

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
        const azure = await startSimulatedAzure()
        setDefaultCACertificates([azure.cert])
        const port = await freePort()
        const env = {
          ...azure.portalVariables,
          PUBLIC_ORIGIN: 'https://images.contoso.com',
          PORT: String(port),
          NODE_EXTRA_CA_CERTS: image.place(azure.certFile),
        }
        const server = run(image.start(image.command, env))
        try {
          await server.ready
          const url = `http://localhost:${port}`
          const headers = {
            authorization: `Bearer ${await signInByHttp(azure.simulator, 'ada@contoso.example')}`,
            'content-type': 'application/json',
            origin: env.PUBLIC_ORIGIN,
          }
          assertSame((await ask(`${url}/api/subscriptions`, { headers })).status, 200, 'the list of subscriptions')
          const body = JSON.stringify(plan)
          const sent = await ask(`${url}/api/image-versions`, { method: 'PUT', headers, body })
          assertSame(sent.status, 200, `the answer to the new version (${JSON.stringify(sent.body)})`)
        } finally {
          server.child.kill('SIGKILL')
          await azure.close()
        }
      },
    },
  ]
}
