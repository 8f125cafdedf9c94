import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { fabrikam, storedCertificate, startAzureSimulator } from '@portal/azure-simulator'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { chooseLanguage, code } from '../support/code-pane.ts'
import { withdrawConsent } from '../support/directory.ts'
import { compute, expect, signInAtWizard, test as base, type Portal } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

// The installed portal (AUTH_MODE=entra, a separate process) on an Azure with https that describes itself, as Azure
// Stack Hub does. MSAL discovers the rest.

const main = fileURLToPath(new URL('../../apps/bff/src/main.ts', import.meta.url))

// It supports both tenants.
const partners = [fabrikam()]

const test = base.extend<{ installed: Pick<Portal, 'url' | 'azure'> }>({
  // the certificate of a simulator is not trusted
  ignoreHTTPSErrors: true,
  installed: async ({ browser: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'registered-cloud-'))
    const certificate = await storedCertificate(folder)
    const azure = await startAzureSimulator({ tls: certificate, throttling: 'off', partners })
    const { portal, api } = azure.applications
    const server = spawn(process.execPath, [main], {
      env: {
        AUTH_MODE: 'entra',
        AZURE_CLOUD: azure.url,
        NODE_EXTRA_CA_CERTS: certificate.certFile,
        AZURE_TENANT_IDS: [azure, ...partners].map(({ tenantId }) => tenantId).join(','),
        PORTAL_CLIENT_ID: portal.clientId,
        API_CLIENT_ID: api.clientId,
        API_CLIENT_SECRET: api.clientSecret,
        PUBLIC_ORIGIN: 'https://images.contoso.com',
        HOST: '127.0.0.1',
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said = createInterface(server.stdout)[Symbol.asyncIterator]()
    const { value: ready } = await said.next()
    await use({ url: `http://localhost:${/ready on port (\d+)/.exec(String(ready))?.[1]}`, azure })
    server.kill('SIGKILL')
    await azure.close()
    await rm(folder, { recursive: true })
  },
})

test('people sign in to an Azure that is not Microsoft’s, links, hints and code are of it, and a guest goes over to another tenant of it', async ({
  page,
  installed,
}) => {
  // a separate server starts, and MSAL sends more requests than in the demo
  test.slow()
  const { url, azure } = installed
  await signInAtWizard(page, installed)
  const wizard = new Wizard(page, url)
  await page.getByRole('button', { name: 'Show code' }).click()
  await chooseLanguage(page, 'Azure CLI (bash)')
  await expect(code(page, 'Azure CLI (bash)')).toContainText(`az cloud register --name='AzureSimulator'`)
  await expect(code(page, 'Azure CLI (bash)')).toContainText(`az cloud set --name='AzureSimulator'`)
  await chooseLanguage(page, 'REST API (curl)')
  await expect(code(page, 'REST API (curl)')).toContainText(`${azure.url}/subscriptions/`)
  await wizard.choose('Source', 'Storage blobs (VHD)')
  await expect(page.getByText('https://account.blob.core.windows.net/vhds/os.vhd')).toBeVisible()

  const set = `${compute(installed)}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  await page.goto(`${url}/disk-encryption-set?id=${encodeURIComponent(set)}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Open in Azure portal' })).toHaveAttribute(
    'href',
    `${azure.url}/#@${azure.tenantId}/resource${set}`,
  )
  await page.keyboard.press('Escape')

  // MSAL discovers the other tenant.
  await page.getByRole('button', { name: /^Account of Ada/ }).click()
  await page.getByRole('menuitem', { name: /^Fabrikam/ }).press('Enter')
  const gallery = (name: string) => page.getByRole('link', { name, exact: true })
  await expect(gallery('fabrikamGallery')).toBeVisible()
  await page.reload()
  await expect(gallery('fabrikamGallery')).toBeVisible()
  await expect(gallery('contosoGallery')).toHaveCount(0)
})

test('who may not come through their own directory signs in to the one where they are a guest', async ({
  page,
  installed,
}) => {
  test.slow()
  withdrawConsent(installed.azure, installed.azure.applications.portal.clientId)
  await page.goto(`${installed.url}/galleries`)
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: /^Ada\b/ }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Sign-in wasn’t completed')).toBeVisible()
  await page.setViewportSize({ width: 400, height: 900 })
  await page.getByText('Sign in to a directory where you’re a guest').press('Enter')
  const domain = page.getByRole('textbox', { name: 'Directory domain or ID' })
  await expect(domain).toBeVisible()
  await expectAxeClean(page, 'the sign-in of guests')
  await expectNoSideways(page, 'the sign-in of guests')
  await domain.fill('fabrikam.example')
  await domain.press('Enter')
  await expect(page.getByRole('link', { name: 'fabrikamGallery', exact: true })).toBeVisible()
})
