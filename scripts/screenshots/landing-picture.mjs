import { join } from 'node:path'
import { landingPictureLook } from '../../apps/web/src/shell/landing/landing-picture-look.ts'
import { Wizard } from '../../e2e/support/wizard.ts'
import { root } from '../run-step.mjs'
import { languagesAndThemes, show } from './camera.mjs'
import { signInAsAda } from './create-version-walk.mjs'
import { english } from './labels.mjs'
import { writePicture } from './picture-file.mjs'

const folder = join(root, 'apps/web/src/shell/landing')
const regions = ['West US', 'East US 2', 'West Europe', 'North Europe', 'UK South', 'Italy North']

/** The matrix for the landing page. */
export async function takeLandingPicture({ page, url }) {
  const wizard = new Wizard(page, url)
  await signInAsAda(page, `${url}/galleries`)
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('2.0.0')
  await wizard.managedImage('myImage')
  const { tabs, encryption } = english.wizard
  await wizard.goTo(tabs.replication)
  for (const region of regions.slice(1)) await wizard.addRegion(region)
  await wizard.goTo(tabs.encryption)
  await wizard.encryption(encryption.types.EncryptionAtRestWithCustomerKey)
  for (const region of regions)
    for (const [index, disk] of ['OS disk', 'LUN 0'].entries())
      await wizard.set(region, disk, `${region.replaceAll(' ', '')}DiskEncryptionSet${index + 1}`)
  for (const { theme, language } of languagesAndThemes) {
    await show(page, { theme, language, width: 1280 })
    await page.evaluate(() => document.activeElement?.blur())
    const { width, height } = landingPictureLook(language)
    const { x, y } = await page.getByRole('tabpanel').boundingBox()
    const png = await page.screenshot({ animations: 'disabled', clip: { x, y, width, height } })
    await writePicture(page, join(folder, `matrix-${theme}-${language}.webp`), png)
  }
  console.log('landing picture')
}
