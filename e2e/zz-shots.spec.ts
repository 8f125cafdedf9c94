import { contosoEstate, startAzureSimulator, systemClock, contoso } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { signIn, test } from './support/portal.ts'

const C = '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const out = '/tmp/impact'
test('shots', async ({ browser }) => {
  test.setTimeout(300_000)
  const azure = await startAzureSimulator({ port: 0, world: contoso(), clock: systemClock(), throttling: 'off' })
  const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  const states = [
    ['1440', { width: 1440, height: 900 }, 'light', 'en-US'],
    ['1920', { width: 1920, height: 1080 }, 'dark', 'it-IT'],
    ['400', { width: 400, height: 800 }, 'dark', 'it-IT'],
  ] as const
  for (const [name, viewport, colorScheme, locale] of states) {
    const context = await browser.newContext({ locale, viewport, colorScheme })
    const page = await context.newPage()
    await signIn(page, portal, 'Ada')
    const shot = async (what: string, path: string, full = true) => {
      await page.goto(portal.url + path)
      await page.waitForTimeout(2500)
      await page.screenshot({ path: `${out}/${name}-${what}.png`, fullPage: full })
    }
    await shot('keys', '/estate/key-impact')
    await shot('version', `/estate/key-impact?${new URLSearchParams({ version: `${C}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` })}`)
    await shot('set', `/estate/key-impact?${new URLSearchParams({ set: `${C}/diskEncryptionSets/WestUSDiskEncryptionSet1`, event: 'vaultClosed' })}`)
    if (name === '1440') {
      await shot('setpage', `/disk-encryption-set?${new URLSearchParams({ id: `${C}/diskEncryptionSets/WestUSDiskEncryptionSet1` })}`)
      await shot('versionpage', `/image-version?${new URLSearchParams({ id: `${C}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0` })}`)
      await shot('machinepage', `/virtual-machine?${new URLSearchParams({ id: `${C}/virtualMachines/trusted-vm` })}`)
    }
    await context.close()
  }
  await portal.close()
  await azure.close()
})
test('large', async ({ browser }) => {
  test.setTimeout(300_000)
  const azure = await startAzureSimulator({ port: 0, world: contosoEstate(), clock: systemClock(), throttling: 'off' })
  const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signIn(page, portal, 'Ada')
  await page.goto(`${portal.url}/estate/key-impact?${new URLSearchParams({ key: 'https://kv1-belgiumcentral.vault.azure.net/keys/key' })}`)
  await page.waitForTimeout(4000)
  await page.screenshot({ path: `${out}/large.png`, fullPage: true })
  await context.close()
  await portal.close()
  await azure.close()
})
