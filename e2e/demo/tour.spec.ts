import type { Locator, Page } from '@playwright/test'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { expect, test as base } from '../support/portal.ts'
import { slowDemo, type SlowDemo } from '../support/slow-demo.ts'
import { Wizard } from '../support/wizard.ts'

const test = base.extend<SlowDemo>({ demo: slowDemo })

// The tour as its visitors take it: from the landing page to its end, by what its cards say.

const most = 25

// Each walks through most of the portal.
test.beforeEach(() => test.slow())

const cardOf = (page: Page): Locator => page.locator('.tour-card')

/** Waits for the card of a step, and for it to stand clear of its subject and of the main action. */
async function expectCard(page: Page, title: string): Promise<void> {
  await expect(cardOf(page).getByRole('heading', { name: title, exact: true })).toBeVisible()
  await expect.poll(() => page.evaluate(coveredByCard), title).toEqual([])
}

/** What the card covers of its subject and of the main actions, whether it is cut, and how far its subject is. */
function coveredByCard(): string[] {
  const element = document.querySelector('.tour-card')
  const card = element?.getBoundingClientRect()
  if (element === null || card === undefined) return ['no card']
  const isCut = card.left < 0 || card.top < 0 || card.right > window.innerWidth || card.bottom > window.innerHeight
  const mains = '[data-tour-subject], [data-shows~="send"], [data-shows~="review-and-create"]'
  const covered = [...document.querySelectorAll<HTMLElement>(mains)].filter((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return left < card.right && card.left < right && top < card.bottom && card.top < bottom
  })
  const subject = document.querySelector('[data-tour-subject]')?.getBoundingClientRect()
  const isBeside = subject !== undefined && !element.classList.contains('is-at-foot')
  const across = subject ? Math.max(subject.left - card.right, card.left - subject.right, 0) : 0
  const along = subject ? Math.max(subject.top - card.bottom, card.top - subject.bottom, 0) : 0
  const isFar = isBeside && Math.max(across, along) > 24
  const isOut = subject !== undefined && (subject.top < 48 || subject.bottom > window.innerHeight)
  return [
    ...(isCut ? ['cut'] : []),
    ...(isFar ? [`${across} and ${along} px from its subject`] : []),
    ...(isOut ? [`subject from ${subject.top} to ${subject.bottom}`] : []),
    ...covered.map(({ textContent }) => textContent),
  ]
}

test.describe('by pointer, in English', () => {
  test.use({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  test('the tour is done in at most 25 actions, is left and taken up, and finds all as at first again', async ({
    page,
    demo,
  }) => {
    let actions = 0
    const main = page.getByRole('main')
    const press = async (target: Locator) => {
      actions += 1
      await target.click()
    }
    const button = (name: string, within: Locator = main) => within.getByRole('button', { name, exact: true })
    await page.goto(demo.url)
    await press(button('Take the three-minute tour'))

    await expectCard(page, 'Select ubuntu-web')
    await expect(page.getByRole('status').filter({ hasText: 'Guided tour · 1 of 13. Select ubuntu-web' })).toHaveCount(
      1,
    )
    await expectAxeClean(page, 'first card of the tour')
    // What the tour has prepared is no draft of the visitor.
    await expect(main.getByText('3.0.0')).toHaveCount(0)
    await press(main.getByRole('link', { name: 'ubuntu-web', exact: true }))
    await expectCard(page, 'Select Create version')
    await press(main.getByRole('link', { name: 'Create version', exact: true }).first())
    await expectCard(page, 'Choose myImage as the managed image')
    await press(page.getByRole('combobox', { name: 'Managed image', exact: true }))
    await press(page.getByRole('option', { name: /^myImage/ }))
    await expectCard(page, 'Open the Encryption tab')
    await press(page.getByRole('tab', { name: /^Encryption/ }))
    await expectCard(page, 'Select Fill 3 sets')
    await press(button('Fill 3 sets'))

    // Left and taken up, and the page is loaded again: the same step.
    await expectCard(page, 'Select Turn on purge protection')
    await button('Exit tour', cardOf(page)).click()
    await expect(cardOf(page)).toBeHidden()
    await page.reload()
    await expect(page.getByText('1 to do', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Resume tour' }).click()
    await expectCard(page, 'Select Turn on purge protection')
    await page.getByRole('navigation').first().getByRole('link', { name: 'Image versions' }).click()
    await expectCard(page, 'The tour continues elsewhere')
    await button('Go there', cardOf(page)).click()

    await expectCard(page, 'Select Turn on purge protection')
    await press(button('Turn on purge protection'))
    await press(button('Turn on'))
    await expectCard(page, 'Select Review + create')
    await press(button('Review + create'))
    await expectCard(page, 'Select Create')
    await press(button('Create'))
    await expectCard(page, 'Move time forward')
    await press(button('Move time forward', cardOf(page)))
    await expectCard(page, 'Check the applied encryption')
    await press(button('Next', cardOf(page)))
    await expectCard(page, 'Select Create next version')
    await press(main.getByRole('link', { name: 'Create next version', exact: true }))
    await expectCard(page, 'Select Show code')
    await press(button('Show code'))
    await expectCard(page, 'That’s the tour')
    await expect(page.getByRole('region', { name: 'Code' })).toContainText('3.0.1')
    await press(button('Finish', cardOf(page)))
    await expect(cardOf(page)).toBeHidden()
    expect(actions).toBeLessThanOrEqual(most)

    // Who knows the way is ahead of the cards, and what was repaired is to be repaired again.
    await page.goto(`${demo.url}/demo/tour`)
    await expect(page.getByRole('alertdialog')).toContainText('To be deleted: ubuntu-web 3.0.0')
    await button('Begin', page.getByRole('alertdialog')).click()
    await expectCard(page, 'Select ubuntu-web')
    await main.getByRole('link', { name: 'Create next version in ubuntu-web' }).click()
    await expectCard(page, 'Choose myImage as the managed image')
    await expect(page.getByRole('tab', { name: /^Encryption 1 to do/ })).toBeVisible()
  })
})

test.describe('by keyboard, in Italian', () => {
  test.use({ locale: 'it-IT', viewport: { width: 1280, height: 633 } })
  test('Alt+G leads to the card and to what it is about, and Escape leaves the tour', async ({ page, demo }) => {
    const { keyboard } = page
    const card = cardOf(page)
    const hasFocus = (selector: string) =>
      page.evaluate((of) => document.querySelector(of)?.contains(document.activeElement) === true, selector)
    /** From wherever the focus is to the card, whose step it is. */
    const toCard = async (title: string) => {
      await expectCard(page, title)
      await keyboard.press('Alt+g')
      await expect(card).toBeFocused()
    }
    const toSubject = async (title: string) => {
      await toCard(title)
      await keyboard.press('Alt+g')
      await expect.poll(() => hasFocus('[data-tour-subject]')).toBe(true)
    }
    /** The main button of the card. */
    const toMain = async (title: string, name: string) => {
      await toCard(title)
      const wanted = card.getByRole('button', { name, exact: true })
      await keyboard.press('Tab')
      await keyboard.press('Tab')
      await expect(wanted).toBeFocused()
    }

    await page.goto(`${demo.url}/demo/tour`)
    await toCard('Selezionare ubuntu-web')
    await keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(page.getByRole('button', { name: 'Riprendi il tour' })).toBeFocused()
    await keyboard.press('Enter')
    await expectCard(page, 'Selezionare ubuntu-web')
    await expect(card).toBeFocused()
    await keyboard.press('Alt+g')
    await expect.poll(() => hasFocus('[data-tour-subject]')).toBe(true)
    await keyboard.press('Enter')
    await toSubject('Selezionare Crea versione')
    await keyboard.press('Enter')
    await toSubject('Scegliere myImage come immagine gestita')
    await keyboard.press('Enter')
    await expect(page.getByRole('option', { name: /^myImage/ })).toBeVisible()
    await keyboard.type('myImage')
    await keyboard.press('Enter')
    await toSubject('Aprire la scheda Crittografia')
    await keyboard.press('Enter')
    await toSubject('Selezionare Inserisci 3 set')
    await keyboard.press('Enter')
    await toSubject('Selezionare Attiva protezione dalla rimozione definitiva')
    await keyboard.press('Enter')
    // It can't be undone: the focus is on the answer.
    await expect(page.getByRole('button', { name: 'Attiva', exact: true })).toBeFocused()
    await keyboard.press('Enter')
    await toSubject('Selezionare Rivedi e crea')
    await keyboard.press('Enter')
    await toSubject('Selezionare Crea')
    await keyboard.press('Enter')
    await toMain('Far avanzare il tempo', 'Fai avanzare il tempo')
    await keyboard.press('Enter')
    // A button is gone with its step, and the next card has its focus.
    await expectCard(page, 'Verificare la crittografia applicata')
    await expect(card).toBeFocused()
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await expect(card.getByRole('button', { name: 'Avanti', exact: true })).toBeFocused()
    await keyboard.press('Enter')
    await expectCard(page, 'Selezionare Crea versione successiva')
    await expect(card).toBeFocused()
    await keyboard.press('Alt+g')
    await expect.poll(() => hasFocus('[data-tour-subject]')).toBe(true)
    await keyboard.press('Enter')
    await toSubject('Selezionare Mostra codice')
    await keyboard.press('Enter')
    await toMain('Il tour è finito', 'Fine')
    await keyboard.press('Enter')
    await expect(card).toBeHidden()
  })
})

test.describe('in a narrow window', () => {
  test.use({ locale: 'en-US', viewport: { width: 400, height: 800 } })
  test('the card is at the foot, and the page above it', async ({ page, demo }) => {
    const main = page.getByRole('main')
    await page.goto(`${demo.url}/demo/tour`)
    await expectCard(page, 'Select ubuntu-web')
    await main.getByRole('link', { name: 'Create next version in ubuntu-web' }).click()
    await expectCard(page, 'Choose myImage as the managed image')
    await expectAxeClean(page, 'card at the foot of the window')
    await expectNoSideways(page, 'card at the foot of the window')
    await page.getByRole('combobox', { name: 'Managed image', exact: true }).click()
    await page.getByRole('option', { name: /^myImage/ }).click()
    await expectCard(page, 'Open the Encryption tab')
    await new Wizard(page, demo.url).goTo('Encryption')
    await expectCard(page, 'Select Fill 3 sets')
    await main.getByRole('button', { name: 'Fill 3 sets', exact: true }).click()
    await expectCard(page, 'Select Turn on purge protection')
    await main.getByRole('button', { name: 'Turn on purge protection', exact: true }).click()
    await main.getByRole('button', { name: 'Turn on', exact: true }).click()
    await expectCard(page, 'Select Review + create')
  })
})
