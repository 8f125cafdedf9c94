import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAzureSimulator } from '@portal/azure-simulator'
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { ask, signInByHttp } from '../apps/bff/src/testing.ts'
import { buildServer } from './build-server.mjs'
import { demand, run } from './package-run.mjs'
import { root } from './run-step.mjs'

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
 * That bundling breaks nothing of MSAL and Azure's SDK, which the image can only show on real Azure: the demonstration's
 * entry, bundled in the same way, beside a simulator of its own.
 */
export function bundleProofs() {
  return [
    {
      name: 'bundled, the server signs in on behalf of the user, reads Azure and creates a version',
      async proof() {
        const folder = mkdtempSync(join(tmpdir(), 'portal-bundle-'))
        const azure = await startAzureSimulator()
        await buildServer('src/demo.ts', folder)
        copyFileSync(join(root, 'packages/azure-simulator/src/entra/sign-in.css'), join(folder, 'sign-in.css'))
        const { portal, api } = azure.applications
        const env = {
          PORT: '0',
          WEB_ROOT: join(root, 'apps/web/dist'),
          AZURE_SIMULATOR_URL: azure.url,
          AZURE_SIMULATOR_TENANT_ID: azure.tenantId,
          AZURE_SIMULATOR_PORTAL_CLIENT_ID: portal.clientId,
          AZURE_SIMULATOR_API_CLIENT_ID: api.clientId,
          AZURE_SIMULATOR_API_CLIENT_SECRET: api.clientSecret,
        }
        const server = run(spawn(process.execPath, [join(folder, 'demo.mjs')], { env }))
        try {
          await server.ready
          const url = /http:\S+/.exec(server.said())?.[0]
          const headers = {
            authorization: `Bearer ${await signInByHttp(azure, 'ada@contoso.example')}`,
            'content-type': 'application/json',
          }
          const listed = await ask(`${url}/api/subscriptions`, { headers })
          demand(listed.status, 200, 'the list of subscriptions')
          const sent = await ask(`${url}/api/image-versions`, { method: 'PUT', headers, body: JSON.stringify(plan) })
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
