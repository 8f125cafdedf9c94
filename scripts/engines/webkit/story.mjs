// The portal as a user of WebKit sees it: sign-in, the wizard with its draft, the matrix, a version, help, sign-out.
import { manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { count } from '../tested-engine.mjs'
import { pageOf } from './page.mjs'
import { keys, startWebKit } from './web-driver.mjs'

const wide = { width: 1280, height: 900 }
const narrow = { width: 400, height: 800 }
/** What its driver can't do, so that it is tested elsewhere or not at all. */
export const limits = [
  { what: 'The content of downloaded files', reason: 'WebDriver reports no downloads.' },
  { what: 'The content of the clipboard', reason: 'WebDriver grants no permission to read it.' },
  { what: 'Color schemes, forced colors, reduced motion, print', reason: 'WebDriver sets no media features.' },
  { what: 'Lost connections', reason: 'WebDriver has no offline mode.' },
]

const customerKey = 'Customer-managed key'

/** @typedef {{ version: string, areas: Record<string, import('../tested-engine.mjs').Count> }} Walked */

/**
 * Walks it on a portal and an Azure of its own, prints each step, and counts them: what follows a failed step has not
 * been seen, and counts as failed.
 * @param {import('../../test/bounded-story.mjs').Setting} setting
 * @param {Walked} walked gets the version of the browser and the steps of each area
 * @returns {Promise<import('../../test/bounded-story.mjs').Outcome>}
 */
export async function webKitStory({ atEnd }, walked) {
  const clock = manualClock('2026-11-24T09:00:00Z')
  const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off', recordsBodies: true })
  atEnd(() => azure.close())
  const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  atEnd(() => portal.close())
  const browser = await startWebKit({ ...wide, atEnd })
  walked.version = `MiniBrowser ${browser.version}`
  console.log(`WebKit: ${walked.version}`)
  const steps = stepsOf({ page: pageOf(browser), url: portal.url, azure, clock })
  const names = Object.keys(steps)
  for (const [index, name] of names.entries()) {
    const began = performance.now()
    const error = await steps[name]?.().then(
      () => undefined,
      (/** @type {Error} */ reason) => reason,
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5)
    if (error === undefined) {
      count(walked.areas, areaOf(name), true)
      console.log(`passed ${seconds} s  WebKit: ${name}`)
    } else {
      const shown = await pageOf(browser).text().catch(String)
      if ([error, error.cause].some(isTimeout) && shown.includes('TimeoutError'))
        throw new Error(`${driverSilence}: ${name}`)
      count(walked.areas, areaOf(name), false)
      console.log(`FAILED ${seconds} s  WebKit: ${name}`)
      const said = [error.stack, error.cause, shown.slice(0, 1500)].join('\n')
      for (const left of names.slice(index + 1)) {
        count(walked.areas, areaOf(left), false)
        console.log(`FAILED   0.0 s  WebKit: ${left}: not reached`)
      }
      return { passed: index, failed: names.length - index, said }
    }
  }
  return { passed: names.length, failed: 0 }
}

/**
 * How an error begins where the driver answers no command any more, whatever the page does: seen where a page is
 * replaced by that of another origin, as at the sign-in.
 */
export const driverSilence = 'WebKit’s driver doesn’t answer'

const isTimeout = (/** @type {unknown} */ error) => error instanceof Error && error.name === 'TimeoutError'

const areaOf = (/** @type {string} */ step) => step.split(': ')[0] ?? step

/**
 * The steps in their order, each called "AREA: WHAT".
 * @param {{ page: ReturnType<typeof pageOf>, url: string, azure: import('@portal/azure-simulator').AzureSimulator, clock:
 *   import('@portal/azure-simulator').ManualClock }} walk
 * @returns {Record<string, () => Promise<void>>}
 */
function stepsOf({ page, url, azure, clock }) {
  const cell = (/** @type {string} */ region, /** @type {string} */ disk) => `${disk} · ${region}:`
  const choose = async (/** @type {string} */ region, /** @type {string} */ disk, /** @type {string} */ set) => {
    await page.click('gridcell', cell(region, disk))
    // A row of the list grows or shrinks when the key of its set has been read: what was clicked on is then clicked on
    // again, as a user does.
    await page.until(`${set} in its cell`, async () => {
      if (await page.has('gridcell', { name: `${cell(region, disk)} ${set}` })) return true
      if (await page.has('option', { name: set })) await page.click('option', set)
      return false
    })
  }
  const draftIsStored = async () => {
    await page.element('gridcell', { name: `${cell('West US', 'OS disk')} WestUSDiskEncryptionSet1` })
  }
  return {
    'Help: the landing page and its help, before signing in': async () => {
      await page.open(`${url}/help`)
      await page.element('heading', { name: 'User guide' })
      await page.open(url)
      await page.element('heading', { name: 'Image versions, encrypted with your own keys' })
    },
    'Sign-in: signing in': async () => {
      await page.click('button', 'Sign in', { within: ['main', ''] })
      await page.click('button', 'Ada')
      await page.element('button', { name: 'Account of Ada' })
    },
    'Main path: from the gallery to the wizard': async () => {
      // As a user goes there: WebKit may show a document that is opened within a moment of the sign-in the tab's
      // storage of before it, in which MSAL still finds the redirect, and returns to where that began.
      await page.click('link', 'Image versions')
      await page.click('link', 'Galleries')
      await page.click('link', 'contosoGallery')
      await page.click('link', 'ubuntu-web')
      await page.click('link', 'Create version')
      await page.element('heading', { name: 'Create VM image version' })
      await page.click('button', 'Discard draft')
      await page.click('button', 'Discard draft', { within: ['dialog', ''] })
    },
    'Main path: the fields of Basics': async () => {
      await page.fill('textbox', 'Version number', '2.0.0')
      await page.choose('Managed image', 'myImage')
    },
    'Encryption matrix: sets chosen by pointer': async () => {
      await page.click('tab', 'Encryption')
      await page.click('radio', customerKey)
      await choose('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
    },
    'Drafts: a reload keeps the draft, twice': async () => {
      for (const _ of [1, 2]) {
        await page.reload()
        await draftIsStored()
      }
    },
    'Drafts: leaving the page and going back keeps the draft': async () => {
      await page.click('link', 'Image versions')
      await page.element('heading', { name: 'Image versions' })
      await page.back()
      await draftIsStored()
    },
    'Encryption matrix: sets chosen by keyboard': async () => {
      await page.click('gridcell', cell('West US', 'OS disk'))
      await page.press(keys.escape, keys.right, keys.enter)
      await page.click('option', 'WestUSDiskEncryptionSet2')
      await page.element('gridcell', { name: `${cell('West US', 'LUN 0')} WestUSDiskEncryptionSet2` })
    },
    'Code: it follows the draft, and is copied': async () => {
      await page.press(keys.escape)
      await page.click('button', 'Show code')
      await page.sees("--gallery-image-version='2.0.0'")
      await page.click('button', 'Copy', { exact: true })
      await page.element('button', { name: 'Copied' })
    },
    'Import: a link to the draft is copied': async () => {
      await page.click('button', 'Share')
      await page.click('menuitem', 'Copy link')
      await page.sees('Link copied.')
      await page.press(keys.escape)
    },
    'Accessibility: the Encryption tab with its code is axe clean': async () => {
      await page.until('no violation', async () => {
        const violations = await page.axeViolations()
        if (violations.length > 0) throw new Error(violations.join('\n'))
        return true
      })
    },
    'Languages: Italian and back, and the draft is kept': async () => {
      await page.click('button', 'EN, Language')
      await page.click('menuitemradio', 'Italiano')
      await page.click('tab', 'Crittografia')
      await page.click('button', 'IT, Lingua')
      await page.click('menuitemradio', 'English')
      await page.click('tab', 'Encryption')
      await draftIsStored()
    },
    'Main path: review and creation, with the sets that were chosen': async () => {
      await page.click('button', 'Review + create')
      await page.click('button', 'Create', { exact: true })
      await page.element('heading', { name: 'ubuntu-web 2.0.0' })
      const put = azure.requests.find(({ method, path }) => method === 'PUT' && path.endsWith('/versions/2.0.0'))
      const sent = JSON.stringify(put?.body)
      for (const set of ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'])
        if (!sent.includes(set)) throw new Error(`The request lacks ${set}: ${sent}`)
    },
    'Main path: the version until it has replicated': async () => {
      await page.until('the end of the replication', async () => {
        clock.advance(60_000)
        return (await page.text()).includes('As requested')
      })
    },
    'Lists: versions, sets and galleries in a narrow window': async () => {
      await page.resize(narrow)
      for (const [list, row, filter] of [
        ['Image versions', 'ubuntu-dev', 'Encryption'],
        ['Disk encryption sets', 'DevEastUS2DiskEncryptionSet1', 'Key health'],
      ]) {
        await page.click('button', 'Open navigation')
        await page.fits('dialog')
        await page.click('link', list, { within: ['dialog', ''] })
        await page.fits('heading', list)
        await page.fits('link', row)
        await page.click('combobox', filter)
        await page.fits('listbox')
        await page.press(keys.escape)
      }
      await page.open(`${url}/galleries`)
      await page.fits('link', 'contosoGallery')
    },
    'Main path: the next version in a narrow window': async () => {
      await page.click('button', 'Open navigation')
      await page.click('link', 'Home', { within: ['dialog', ''] })
      await page.click('link', 'Create next version in ubuntu-web')
      await page.sees('Validation passed')
      await page.fits('button', 'Create')
      await page.click('button', '5 of 5')
      await page.fits('menu')
      await page.click('menuitem', 'Encryption')
      await page.click('gridcell', cell('West US', 'OS disk'))
      await page.fits('listbox')
      await page.press(keys.escape)
      await page.click('button', '3 of 5')
      await page.click('menuitem', 'Review + create')
      await page.click('button', 'Create', { exact: true })
      await page.fits('heading', 'ubuntu-web 2.0.1')
      await page.resize(wide)
    },
    'Help: a page of the guide, and the way back': async () => {
      await page.open(`${url}/help/recycle-bin`)
      await page.element('article')
      await page.back()
      await page.element('heading', { name: 'ubuntu-web 2.0.1' })
    },
    'Sign-in: signing out': async () => {
      await page.click('button', 'Account of Ada')
      await page.click('menuitem', 'Sign out')
      await page.element('button', { name: 'Sign in', within: ['main', ''] })
    },
  }
}
