import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '@portal/bff/demo'
import { expect, signIn, startAzure, test } from '../support/portal.ts'
import { Wizard } from '../support/wizard.ts'

const built = join(import.meta.dirname, '../../apps/web/dist')

/** The same portal from another build: every asset has another name. Nothing is compressed. */
async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'))
  await cp(built, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) })
  const names = await readdir(join(folder, 'assets'))
  const renamed = names.map((name) => ({ from: name, to: name.replace(/(?=\.\w+$)/, '-next') }))
  for (const { from, to } of renamed) await rename(join(folder, 'assets', from), join(folder, 'assets', to))
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name)) continue
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(
      join(folder, name),
      renamed.reduce((content, { from, to }) => content.replaceAll(from, to), text),
    )
  }
  return folder
}

test('W11: a new build in the middle of the wizard: the page takes it, and the draft and its tab stay', async ({
  page,
}) => {
  const webRoot = await nextBuild()
  const { azure } = await startAzure()
  const first = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  const wizard = new Wizard(page, first.url)
  await signIn(page, first, 'Ada')
  await wizard.openFrom('contosoGallery', 'ubuntu-web')
  await wizard.version('7.7.7')
  await wizard.next('Replication')
  await wizard.addRegion('East US 2')
  await first.close()
  const second = await startDemo({
    port: Number(new URL(first.url).port),
    simulator: azure,
    webRoot,
    logLevel: 'silent',
  })

  // Its bundle is loaded on demand, and no longer exists.
  await page.getByRole('button', { name: 'Show code' }).click()
  await expect(page.locator('script[type="module"]')).toHaveAttribute('src', /-next\.js$/)
  await expect(wizard.region('East US 2')).toBeVisible()
  await wizard.goTo('Basics')
  await expect(wizard.field('Version number')).toHaveValue('7.7.7')

  await second.close()
  await azure.close()
  await rm(webRoot, { recursive: true })
})
