// The portal as a user of WebKit sees it: sign-in, the wizard with its draft, the matrix, a version, help, sign-out.
import { manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { pageOf } from './page.mjs'
import { keys, startWebKit } from './web-driver.mjs'

const wide = { width: 1280, height: 900 }
const customerKey = 'Encryption at-rest with a customer-managed key'

/**
 * Walks it on a portal and an Azure of its own, prints each step, and counts them: what follows a failed step has not
 * been seen, and counts as failed.
 * @param {import('../../test/bounded-story.mjs').Setting} setting
 * @returns {Promise<import('../../test/bounded-story.mjs').Outcome>}
 */
export async function webKitStory({ atEnd }) {
  const clock = manualClock('2026-11-24T09:00:00Z')
  const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off', recordsBodies: true })
  atEnd(() => azure.close())
  const portal = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
  atEnd(() => portal.close())
  const browser = await startWebKit({ ...wide, atEnd })
  console.log(`WebKit: MiniBrowser ${browser.version}`)
  const steps = stepsOf({ page: pageOf(browser), url: portal.url, azure, clock })
  const names = Object.keys(steps)
  for (const [index, name] of names.entries()) {
    const began = performance.now()
    const error = await steps[name]?.().then(
      () => undefined,
      (/** @type {Error} */ reason) => reason,
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5)
    console.log(`${error === undefined ? 'passed' : 'FAILED'} ${seconds} s  WebKit: ${name}`)
    if (error !== undefined) {
      const said = `${error.stack}\n${(
        await pageOf(browser)
          .text()
          .catch(() => '')
      ).slice(0, 1500)}`
      for (const left of names.slice(index + 1)) console.log(`FAILED   0.0 s  WebKit: ${left}: not reached`)
      return { passed: index, failed: names.length - index, said }
    }
  }
  return { passed: names.length, failed: 0 }
}

/**
 * @param {{ page: ReturnType<typeof pageOf>, url: string, azure: import('@portal/azure-simulator').AzureSimulator, clock:
 *   import('@portal/azure-simulator').ManualClock }} walk
 * @returns {Record<string, () => Promise<void>>}
 */
function stepsOf({ page, url, azure, clock }) {
  const cell = (/** @type {string} */ region, /** @type {string} */ disk) =>
    `Disk encryption set for ${disk} in ${region}:`
  const choose = async (/** @type {string} */ region, /** @type {string} */ disk, /** @type {string} */ set) => {
    await page.click('gridcell', cell(region, disk))
    await page.click('option', set)
    await page.element('gridcell', { name: `${cell(region, disk)} ${set}` })
  }
  const draftIsKept = async () => {
    await page.element('gridcell', { name: `${cell('West US', 'OS disk')} WestUSDiskEncryptionSet1` })
  }
  return {
    'the landing page and its help, before signing in': async () => {
      await page.open(`${url}/help`)
      await page.element('heading', { name: 'Create an encrypted image version' })
      await page.open(url)
      await page.element('heading', { name: 'Image versions, encrypted with your own keys' })
    },
    'signing in': async () => {
      await page.click('button', 'Sign in', { within: ['main', ''] })
      await page.click('button', 'Ada')
      await page.element('button', { name: 'Account of Ada' })
    },
    'from the gallery to the wizard': async () => {
      // As a user goes there: WebKit may show a document that is opened within a moment of the sign-in the tab's
      // storage of before it, in which MSAL still finds the redirect, and returns to where that began.
      await page.click('link', 'Galleries')
      await page.click('link', 'contosoGallery')
      await page.click('link', 'ubuntu-web')
      await page.click('link', 'Create version')
      await page.element('heading', { name: 'Create VM image version' })
    },
    'the fields of Basics': async () => {
      await page.fill('textbox', 'Version number', '2.0.0')
      await page.choose('Managed image', 'myImage')
    },
    'the matrix, by pointer': async () => {
      await page.click('tab', 'Encryption')
      await page.click('radio', customerKey)
      await choose('West US', 'OS disk', 'WestUSDiskEncryptionSet1')
    },
    'a reload keeps the draft, twice': async () => {
      for (const _ of [1, 2]) {
        await page.reload()
        await draftIsKept()
      }
    },
    'leaving the page and going back keeps the draft': async () => {
      await page.click('link', 'Image versions')
      await page.element('heading', { name: 'Image versions' })
      await page.back()
      await draftIsKept()
    },
    'the matrix, by keyboard': async () => {
      await page.click('gridcell', cell('West US', 'OS disk'))
      await page.press(keys.escape, keys.right, keys.enter)
      await page.click('option', 'WestUSDiskEncryptionSet2')
      await page.element('gridcell', { name: `${cell('West US', 'LUN 0')} WestUSDiskEncryptionSet2` })
    },
    'review and creation, with the sets that were chosen': async () => {
      await page.click('button', 'Review + create')
      await page.click('button', 'Create', { exact: true })
      await page.element('heading', { name: 'ubuntu-web 2.0.0' })
      const put = azure.requests.find(({ method, path }) => method === 'PUT' && path.endsWith('/versions/2.0.0'))
      const sent = JSON.stringify(put?.body)
      for (const set of ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'])
        if (!sent.includes(set)) throw new Error(`The request lacks ${set}: ${sent}`)
    },
    'the version until it has replicated': async () => {
      await page.until('the end of the replication', async () => {
        clock.advance(60_000)
        return (await page.text()).includes('As requested')
      })
    },
    'help, and the way back': async () => {
      await page.open(`${url}/help/recycle-bin`)
      await page.element('article')
      await page.back()
      await page.element('heading', { name: 'ubuntu-web 2.0.0' })
    },
    'signing out': async () => {
      await page.click('button', 'Account of Ada')
      await page.click('menuitem', 'Sign out')
      await page.element('button', { name: 'Sign in', within: ['main', ''] })
    },
  }
}
