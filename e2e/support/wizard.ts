import { expect as playwrightExpect, type Locator, type Page } from '@playwright/test'

/** As patient as in the browser tests: the tests of several processes use it without Playwright's configuration. */
export const expect = playwrightExpect.configure({ timeout: 20_000 })

/** The create wizard as a user operates it: fields by their labels, options by their names. */
export class Wizard {
  readonly page: Page
  readonly url: string
  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  /** From the galleries to the empty wizard, by clicking. */
  async openFrom(gallery: string, definition: string): Promise<void> {
    await openSubscription(this.page, 'Contoso Production')
    await this.page.getByRole('link', { name: gallery, exact: true }).click()
    await this.page.getByRole('link', { name: definition, exact: true }).click()
    await this.page.getByRole('link', { name: 'Create version' }).first().click()
    await expect(this.page.getByRole('heading', { name: 'Create VM image version' })).toBeVisible()
    await this.startEmpty()
  }

  /** Empties the open wizard. */
  async startEmpty(): Promise<void> {
    const discard = this.page.getByRole('button', { name: 'Discard draft' })
    const { width } = this.page.viewportSize() ?? { width: 1280 }
    if (width >= 640) await discard.click()
    else await selectMore(this.page, 'Discard draft')
    await this.page.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click()
    await expect(this.field('Version number')).toHaveValue('')
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true })
  }

  /** Selects `option` (by the start of its name) in the dropdown or the combobox `label`. */
  async choose(label: string, option: string, within: Page | Locator = this.page): Promise<void> {
    const dropdown = within.getByRole('combobox', { name: label, exact: true })
    await dropdown.click()
    await this.page
      .getByRole('option', { name: startingWith(option) })
      .first()
      .click()
    await expect.poll(() => chosenIn(dropdown)).toMatch(startingWith(option))
  }

  async version(name: string): Promise<void> {
    await this.field('Version number').fill(name)
  }

  async managedImage(name: string): Promise<void> {
    await this.choose('Managed image', name)
  }

  /** The OS disk's source, then each data disk's by LUN. */
  async disks(osDisk: string, dataDisks: [lun: number, source: string][]): Promise<void> {
    await this.choose('Source', 'Disks and/or snapshots')
    await this.choose('OS disk', osDisk)
    const rows = this.page.getByRole('group', { name: 'Data disks' })
    for (const [index, [lun, source]] of dataDisks.entries()) {
      await rows.getByRole('button', { name: 'Add data disk' }).click()
      const number = rows.getByRole('spinbutton', { name: 'LUN' }).nth(index)
      await number.fill(String(lun))
      await number.press('Enter')
      const dropdown = rows.getByRole('combobox', { name: 'Disk or snapshot' }).nth(index)
      await dropdown.click()
      await this.page
        .getByRole('option', { name: startingWith(source) })
        .first()
        .click()
    }
  }

  /** In a narrow window, a menu has the tabs, and another one what else can be done. */
  private get isNarrow(): boolean {
    return (this.page.viewportSize()?.width ?? 1280) < 640
  }

  /** The tab of that name while it is selected; in a narrow window, the menu that names it. */
  selectedTab(tab = ''): Locator {
    return this.page
      .getByRole('tab', { name: startingWith(tab), selected: true })
      .or(this.page.getByRole('button', { name: new RegExp(`^\\d (of|di) \\d ${tab}`) }))
  }

  async goTo(tab: string): Promise<void> {
    if (this.isNarrow) {
      await this.selectedTab().click()
      await this.page.getByRole('menuitem', { name: startingWith(tab) }).click()
    } else await this.page.getByRole('tab', { name: startingWith(tab) }).click()
  }

  async next(tab: string): Promise<void> {
    await this.page.getByRole('button', { name: `Next : ${tab} >` }).click()
    await expect(this.selectedTab(tab)).toBeVisible()
  }

  /** Adds a region on the Replication tab, or with the field of that name. */
  async addRegion(displayName: string, field = 'Add target region'): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click()
    await this.page.getByRole('option', { name: displayName, exact: true }).click()
    await expect(this.region(displayName)).toBeVisible()
    await this.page.keyboard.press('Escape')
  }

  /** The row of a region on the Replication tab; in a narrow window, its card. */
  region(displayName: string): Locator {
    const named = { name: displayName, exact: true }
    return this.page.getByRole('row', named).or(this.page.getByRole('group', named))
  }

  async encryption(type: string): Promise<void> {
    await this.page.getByRole('radio', { name: type }).check()
  }

  /** The cell of a disk (`OS disk`, `LUN 0`) in a region of the Encryption tab. */
  cell(region: string, disk: string): Locator {
    return this.page.getByRole('gridcell', { name: startingWith(`${disk} · ${region}:`) })
  }

  async set(region: string, disk: string, name: string): Promise<void> {
    await this.cell(region, disk).click()
    const option = this.page.getByRole('option', { name: new RegExp(`^${name}(?!\\w)`) })
    // As a hand does: the order is settled once the pointer moves over the list, before it presses.
    await option.hover()
    await option.click()
    await expect(this.cell(region, disk)).toContainText(name)
  }

  async review(): Promise<void> {
    if (this.isNarrow) await this.goTo('Review + create')
    else await this.page.getByRole('button', { name: 'Review + create', exact: true }).click()
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create', exact: true }).click()
  }

  /** Reviews, finds no issues, and creates. */
  async reviewAndCreate(): Promise<void> {
    await this.review()
    await expect(this.page.getByRole('button', { name: 'Create', exact: true })).toBeEnabled()
    await this.create()
  }
}

/** Shows the galleries of a subscription on the first page. */
export async function openSubscription(page: Page, displayName: string): Promise<void> {
  await expect(page.getByRole('link', { name: /Gallery$/ }).first()).toBeVisible()
  // With access to one subscription only, there is nothing to choose.
  const picker = page.getByRole('combobox', { name: 'Subscription' })
  if (await picker.isVisible()) await chooseIn(picker, displayName)
}

/** Chooses the option of exactly this name in a dropdown. */
export async function chooseIn(dropdown: Locator, option: string): Promise<void> {
  await dropdown.click()
  await dropdown.page().getByRole('option', { name: option, exact: true }).click()
  await expect(dropdown).toHaveText(option)
}

/** What a dropdown shows as chosen, or a combobox, in which one types. */
export async function chosenIn(dropdown: Locator): Promise<string> {
  return dropdown.evaluate((element) =>
    'value' in element && element.tagName === 'INPUT' ? String(element.value) : element.textContent,
  )
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`)
}

/** Selects an action in the menu of a page that has the further ones, whose name is `more` in the page's language. */
export async function selectMore(page: Page, action: string, more = 'More actions'): Promise<void> {
  await page.getByRole('button', { name: more }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

/** The line of a version's page that says what encrypts it, once it is in every region. */
export function proofOf(page: Page): Locator {
  return page.getByRole('heading', { level: 2, name: /^Encrypted with/ })
}
