import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test as base } from '@playwright/test'
import type { AzureSimulator } from '@portal/azure-simulator'
import { startAzure, test, versionPuts } from '../support/portal.ts'
import { goToNextVersion, readyToCreate, versionPut } from '../support/ready-to-create.ts'
import { Wizard } from '../support/wizard.ts'

test('F03: the connection breaks before Azure has read it: nothing is created, and one click sends it again; Azure accepts and its answer is lost: the version is found, and was sent once', async ({
  page,
  portal,
  wizard,
}) => {
  await readyToCreate(page, portal)
  portal.azure.faults.reset(versionPut)
  await wizard.create()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('heading', { name: '1.1.1' })).toBeVisible()
  expect(portal.azure.requests.filter((request) => request.method === 'PUT' && request.status === 201)).toHaveLength(1)

  portal.clock.advance(3_600_000)
  const sent = versionPuts(portal).length
  await goToNextVersion(page, portal)
  portal.azure.faults.dropAnswer({ ...versionPut, path: /\/versions\/1\.1\.2$/i })
  await wizard.create()
  await expect(page.getByRole('heading', { name: '1.1.2' })).toBeVisible()
  expect(versionPuts(portal)).toHaveLength(sent + 1)
})

/** The portal's server as a separate process, so that it can be killed while Azure continues. */
async function startPortalProcess(azure: AzureSimulator, port: number) {
  const child = spawn(process.execPath, ['apps/bff/src/demo.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      AZURE_SIMULATOR_URL: azure.url,
      AZURE_SIMULATOR_TENANT_ID: azure.tenantId,
      AZURE_SIMULATOR_PORTAL_CLIENT_ID: azure.applications.portal.clientId,
      AZURE_SIMULATOR_API_CLIENT_ID: azure.applications.api.clientId,
      AZURE_SIMULATOR_API_CLIENT_SECRET: azure.applications.api.clientSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /ready: (http:\/\/\S+)/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}:\n${output}`)))
  })
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

base(
  'F01, F02: the portal’s server is killed in the middle of a submit. Before the PUT has left: nothing is created, the draft is intact, one click sends it; after Azure has accepted: the wizard finds the version',
  async ({ page }) => {
    const { azure, clock } = await startAzure()
    const first = await startPortalProcess(azure, 0)
    const port = Number(new URL(first.url).port)
    const wizard = new Wizard(page, first.url)
    await readyToCreate(page, { ...first, azure })
    // The server is still reading current facts when it dies.
    const reading = azure.faults.hold({ method: 'GET', path: /\/diskEncryptionSets$/i })
    await wizard.create()
    await reading.arrived
    await first.kill()
    reading.release()
    const second = await startPortalProcess(azure, port)
    await page.getByRole('button', { name: 'Send again' }).click({ timeout: 15_000 })
    await expect(page.getByRole('heading', { name: '1.1.1' })).toBeVisible()
    expect(versionPuts({ azure })).toHaveLength(1)

    clock.advance(3_600_000)
    await goToNextVersion(page, { azure })
    // Azure has processed the PUT and holds its response back while the server dies.
    const held = azure.faults.holdAnswer({ ...versionPut, path: /\/versions\/1\.1\.2$/i })
    await wizard.create()
    await held.arrived
    await second.kill()
    await expect(page.getByText('Checking the result in Azure')).toBeVisible()
    held.release()
    const third = await startPortalProcess(azure, port)
    await expect(page.getByRole('heading', { name: '1.1.2' })).toBeVisible({ timeout: 15_000 })
    expect(versionPuts({ azure })).toHaveLength(2)
    await third.kill()
    await azure.close()
  },
)
