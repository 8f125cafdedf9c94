import type { Locator, Page } from '@playwright/test'
import { compute, expect, follow, productionSubscriptionId, type Portal } from './portal.ts'

/** A page of the portal as it is opened: by its address, from another one. */
interface PortalPage {
  name: string
  path: (portal: Portal) => string
  /** what is there once the page is complete */
  ready: (main: Locator) => Locator
  /** the page's main action, if it has one */
  action?: (main: Locator) => Locator
  /** it is a list of rows in view, of which the CSV file is the printed form */
  isList?: true
}

const definition = (portal: Portal) => `${compute(portal)}/galleries/contosoGallery/images/ubuntu-web`
const version = (portal: Portal) => `${definition(portal)}/versions/1.1.0`
const withId = (path: string, name: string, id: string) => `${path}?${new URLSearchParams({ [name]: id })}`
const heading = (name: string) => (main: Locator) => main.getByRole('heading', { name, level: 1 })
const link = (name: string) => (main: Locator) => main.getByRole('link', { name, exact: true })
const button = (name: string) => (main: Locator) => main.getByRole('button', { name, exact: true })

// A narrow footer keeps *Review + create* in its menu.
const forward = (main: Locator) =>
  main
    .getByRole('button', { name: /^(Review \+ create|Next)/ })
    .filter({ visible: true })
    .last()

/** The pages of the portal. A new page is one line here, and is measured from then on. */
export const portalPages: PortalPage[] = [
  { name: 'home', path: () => '/', ready: link('Create next version in ubuntu-web') },
  { name: 'galleries', path: () => '/image-versions/galleries', ready: link('contosoGallery'), isList: true },
  {
    name: 'gallery',
    path: (portal) => withId('/gallery', 'id', `${compute(portal)}/galleries/contosoGallery`),
    ready: link('ubuntu-web'),
    isList: true,
  },
  {
    name: 'image definition',
    path: (portal) => withId('/image-definition', 'id', definition(portal)),
    ready: link('1.1.0'),
    action: (main) => link('Create version')(main).first(),
    isList: true,
  },
  { name: 'image versions', path: () => '/image-versions', ready: link('ubuntu-web 1.1.0'), isList: true },
  {
    name: 'image version',
    path: (portal) => withId('/image-version', 'id', version(portal)),
    ready: heading('1.1.0'),
  },
  {
    name: 'create image version',
    path: (portal) => `${withId('/create-image-version', 'definition', definition(portal))}&from=nothing`,
    ready: (main) => main.getByRole('textbox', { name: 'Version number' }),
    action: forward,
  },
  {
    name: 'encrypt versions',
    path: (portal) => withId('/encrypt-versions', 'definition', definition(portal)),
    ready: (main) => main.getByRole('checkbox', { name: 'ubuntu-web 1.0.0' }),
    action: button('Continue'),
  },
  {
    name: 'clean up versions',
    path: (portal) => withId('/clean-up-versions', 'scope', definition(portal)),
    ready: (main) => main.getByRole('radio', { name: 'Delete' }),
    action: button('Preview'),
  },
  {
    name: 'update image version',
    path: (portal) => withId('/update-image-version', 'id', version(portal)),
    ready: (main) => main.getByRole('textbox', { name: 'End of life date' }),
    action: button('Send update'),
  },
  {
    name: 'create virtual machine',
    path: (portal) => withId('/create-virtual-machine', 'version', version(portal)),
    ready: (main) => main.getByRole('textbox', { name: 'Virtual machine name' }),
    action: forward,
  },
  {
    name: 'disk encryption sets',
    path: () => '/disk-encryption-sets',
    ready: (main) => main.getByRole('row').nth(1),
    isList: true,
  },
  {
    name: 'virtual machines',
    path: () => '/estate/virtual-machines',
    ready: heading('Virtual machines'),
    isList: true,
  },
  {
    name: 'virtual machine',
    path: (portal) => withId('/virtual-machine', 'id', `${compute(portal)}/virtualMachines/golden-vm`),
    ready: heading('golden-vm'),
  },
  {
    name: 'disk encryption set',
    path: (portal) =>
      withId('/disk-encryption-set', 'id', `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`),
    ready: heading('WestUSDiskEncryptionSet1'),
  },
  { name: 'posture', path: () => '/estate', ready: (main) => main.getByText('Contoso Production'), isList: true },
  { name: 'report', path: () => '/estate/report', ready: (main) => main.getByRole('heading', { name: 'Coverage' }) },
  {
    name: 'disks from image versions',
    path: () => '/estate/disks',
    ready: (main) => main.getByText('No disks from image versions to display'),
    isList: true,
  },
  {
    name: 'key impact',
    path: (portal) =>
      withId(
        '/disk-encryption-sets/key-impact',
        'set',
        `${compute(portal)}/diskEncryptionSets/WestUSDiskEncryptionSet1`,
      ),
    ready: (main) => main.getByRole('heading', { name: 'What if' }),
  },
  {
    name: 'key health',
    path: () => '/disk-encryption-sets/key-health',
    ready: (main) => main.getByRole('table').first(),
    isList: true,
  },
  {
    name: 'check my access',
    path: (portal) => `${withId('/check-my-access', 'subscription', productionSubscriptionId(portal))}#all`,
    ready: (main) => main.getByRole('heading', { name: 'Subscription registrations' }),
  },
  {
    name: 'presenter view',
    path: () => '/demo/presenter',
    ready: heading('3 minutes for managers'),
    action: button('Start: Whose keys protect our images?'),
  },
  { name: 'guide', path: () => '/help', ready: (main) => main.getByRole('heading', { level: 1 }) },
  { name: 'page of the guide', path: () => '/help/browse', ready: (main) => main.getByRole('heading', { level: 1 }) },
  { name: 'no page', path: () => '/nothing-here', ready: (main) => main.getByRole('heading', { level: 1 }) },
]

/** Opens a page from another one of the portal, and waits until it is complete. */
export async function openPage(page: Page, portal: Portal, { path, ready, isList }: PortalPage): Promise<void> {
  await follow(page, path(portal))
  const main = page.getByRole('main')
  await expect(ready(main)).toBeVisible()
  // The rows of a list below those in view are not read before they are scrolled to.
  if (isList === true) await expect(ready(main).locator('[aria-busy="true"]')).toHaveCount(0)
  else await expect(main.locator('[aria-busy="true"]:visible')).toHaveCount(0)
  // An address can name a part of the page, above which the bars lie over what is scrolled away.
  await page.evaluate(() => window.scrollTo(0, 0))
}
