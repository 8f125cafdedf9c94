import { expect, type Page } from '@playwright/test'
import type { AzureSimulator } from '@portal/azure-simulator'
import { signInAtWizard, type Portal } from './portal.ts'
import type { Wizard } from './wizard.ts'

/** How large a draft is: target regions, and disks with the OS disk. */
export interface MatrixSize {
  regions: number
  disks: number
}

/**
 * Signs Ada in, and leaves the wizard of ubuntu-web at its Encryption tab with a draft of that many regions and disks
 * and customer keys chosen, in a world that has two sets for each region: `westus-des-1` and `westus-des-2`.
 */
export async function openMatrix(
  { page, wizard, portal }: { page: Page; wizard: Wizard; portal: Pick<Portal, 'url' | 'azure'> },
  size: MatrixSize,
): Promise<void> {
  await signInAtWizard(page, portal)
  await wizard.version('9.0.0')
  await wizard.managedImage('myImage')
  await wizard.goTo('Replication')
  await page.getByRole('combobox', { name: 'Add target region' }).click()
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toBeVisible()
  // The region's name is followed by what describes it.
  const offered = await options.evaluateAll((all) =>
    all.map(
      (option) =>
        document.getElementById(option.getAttribute('aria-describedby') ?? '')?.previousElementSibling?.textContent ??
        '',
    ),
  )
  await page.keyboard.press('Escape')
  const names = offered.map((displayName) => displayName.replaceAll(' ', '').toLowerCase())
  const regions = ['westus', ...names.filter((name) => name !== 'westus')].slice(0, size.regions)
  addResources(portal.azure, regions, size.disks)
  await wizard.goTo('Encryption')
  await wizard.encryption('Encryption at-rest with a customer-managed key')
  await setTargetRegions(page, regions)
  await page.reload()
  await expect(
    page.getByText(`${(size.regions * size.disks).toLocaleString('en')} to do`, { exact: true }).first(),
  ).toBeVisible({
    timeout: 30_000,
  })
}

function addResources({ world }: AzureSimulator, regions: string[], disks: number): void {
  const { store, roleAssignments } = world
  const resources = store.list('')
  const set = resources.find(({ name }) => name === 'WestUSDiskEncryptionSet1')
  const image = resources.find(({ name }) => name === 'myImage')
  if (set === undefined || image === undefined)
    throw new Error('The Contoso world has no myImage, or no set of its own')
  const vault = resources.filter(({ id }) => /\/vaults\/kv-contoso-wus(\/keys\/images-key-1(\/|$)|$)/.test(id))
  const grants = roleAssignments.filter(({ scope }) => scope.endsWith('/vaults/kv-contoso-wus'))
  for (const location of regions) {
    for (const resource of vault) store.put(inRegion(resource, location))
    roleAssignments.push(...grants.map((grant) => inRegion(grant, location)))
    for (const number of [1, 2]) {
      const name = `${location}-des-${number}`
      store.put({ ...inRegion(set, location), id: set.id.replace(set.name, name), name })
    }
  }
  const snapshot = { id: `${image.id.replace(/images/, 'snapshots')}-lun0` }
  const storageProfile = {
    osDisk: { osType: 'Linux', osState: 'Generalized', diskSizeGB: 30, snapshot },
    dataDisks: Array.from({ length: disks - 1 }, (_, lun) => ({ lun, diskSizeGB: 128, snapshot })),
  }
  store.put({ ...image, properties: { ...image.properties, storageProfile } })
}

// What is of West US and its key vault becomes that of another region.
function inRegion<T extends object>(resource: T, location: string): T {
  const renamed: unknown = JSON.parse(JSON.stringify(resource).replaceAll('kv-contoso-wus', `kv-${location}`))
  return { ...resource, ...(typeof renamed === 'object' && renamed), ...('location' in resource && { location }) }
}

// Adding sixty regions by hand would take a minute, and is not the subject.
async function setTargetRegions(page: Page, names: string[]): Promise<void> {
  // The wizard stores the last choice a moment later.
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('EncryptionAtRestWithCustomerKey'))
  const [key = '', draft = ''] = await page.evaluate(
    (): string[] => Object.entries(localStorage).find(([name]) => name.startsWith('draft:')) ?? [],
  )
  const withRegions = (property: string, value: unknown): unknown => {
    if (property !== 'targetRegions' || !Array.isArray(value)) return value
    const home: unknown = value[0]
    return names.map((name) => (typeof home === 'object' ? { ...home, name } : home))
  }
  const plan = JSON.stringify(JSON.parse(draft, withRegions))
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, plan] as const)
}
