import { chromium } from '@playwright/test'
import { manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { readFileSync } from 'node:fs'
const clock = manualClock('2026-11-24T09:00:00Z')
const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off' })
const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const text = `az sig image-version create \\
   -g MyResourceGroup --gallery-name MyGallery --gallery-image-definition MyImage \\
   --gallery-image-version 3.0.0 \\
   --location westus --no-wait \\
   --target-regions westus=2=Standard_LRS eastus \\
   --target-region-encryption WestUSDiskEncryptionSet1,0,WestUSDiskEncryptionSet2 EastUS2DiskEncryptionSet1,0,null \\
   --managed-image "/subscriptions/<subscription ID>/resourceGroups/myResourceGroup/providers/Microsoft.Compute/images/$IMAGE"
`
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await page.goto(url + '/import')
await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
await page.getByRole('button', { name: /^Ada\b/ }).click()
await page.getByRole('button', { name: /^Account of Ada/ }).waitFor()
for (const theme of ['light', 'dark'])
  for (const language of ['en', 'it'])
    for (const width of [1280, 400]) {
      if (
        process.argv[2] === 'few' &&
        !(theme === 'light' && language === 'en') &&
        !(theme === 'dark' && width === 400 && language === 'it')
      )
        continue
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate((c) => Object.entries(c).forEach((e) => localStorage.setItem(...e)), { theme, language })
      await page.reload({ waitUntil: 'networkidle' })
      await page.locator(`html[lang=${language}]`).waitFor()
      if (width === 1280 && theme === 'light') await page.screenshot({ path: `/tmp/shot-empty-${language}.png` })
      await page.getByRole('main').getByRole('textbox').first().fill(text)
      await page.getByRole('main').getByRole('list').first().waitFor()
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `/tmp/shot-${theme}-${width}-${language}.png` })
    }
await browser.close()
await close()
await azure.close()
process.exit(0)
