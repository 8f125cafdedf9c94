import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { manualClock, startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { expectAxeClean, expectNoSideways } from '../support/axe-clean.ts'
import { demoBar, openDemoPanel } from '../support/demo-panel.ts'
import { compute, expect, signIn, test as base } from '../support/portal.ts'

const scripts = join(import.meta.dirname, '../../apps/web/src/demo/presenter/scripts')
const scriptOf = (name: string) => readFileSync(join(scripts, name), 'utf8')

/** A demo as visitors see it, where another person is one click away; its time moves when it is told to. */
const test = base.extend<{ demo: { url: string; azure: AzureSimulator } }>({
  demo: async ({ browser: _ }, use) => {
    const newClock = () => manualClock('2026-11-24T09:00:00Z')
    const azure = await startAzureSimulator({ port: 0, throttling: 'off', sandboxes: { newClock } })
    const { url, close } = await startDemo({ port: 0, simulator: azure, logLevel: 'silent' })
    await use({ url, azure })
    await close()
    await azure.close()
  },
})

/** The resources of the test's only visitor. */
function storeOf({ azure }: { azure: AzureSimulator }) {
  const [sandbox] = azure.sandboxes?.values() ?? []
  if (sandbox === undefined) throw new Error('The visitor has no sandbox')
  return sandbox.store
}

// Each walks through several pages, in two windows.
test.beforeEach(() => test.slow())

/** The sentences of a script's parts as a page would show them. */
function sentencesOf(script: string): string[] {
  return (
    script
      .split(/^###? /m)
      .filter((part) => /^(Do|Say)\n/.test(part))
      .flatMap((part) => part.split('\n').slice(1))
      .map((line) =>
        line
          .replace(/^\d\. /, '')
          .replaceAll(/[*`]/g, '')
          .trim(),
      )
      // Shorter ones can be those of the portal too.
      .filter((line) => line.length > 30)
  )
}

const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()
const panelOf = (presenter: Page) => presenter.getByRole('complementary', { name: 'Audience window' })
const sees = (presenter: Page, title: string) => expect(panelOf(presenter).getByText(`Page: ${title}`)).toBeVisible()
const isUser = (audience: Page, name: string) =>
  expect(audience.getByRole('button', { name: new RegExp(`^Account of ${name}`) })).toBeVisible()

/** Opens the presenter's window from the demo bar, and waits until both know each other. */
async function present(audience: Page): Promise<Page> {
  const opened = audience.waitForEvent('popup')
  await demoBar(audience).getByRole('button', { name: 'Present…' }).click()
  const presenter = await opened
  await expect(panelOf(presenter).getByText('Connected', { exact: true })).toBeVisible()
  return presenter
}

/** Notes what the two windows say to each other; returns what was said so far. */
async function listenIn(presenter: Page): Promise<() => Promise<string>> {
  const pairing = new URL(presenter.url()).searchParams.get('with')
  await presenter.evaluate((name) => {
    new BroadcastChannel(name).onmessage = ({ data }) => {
      sessionStorage.setItem('heard', `${sessionStorage.getItem('heard') ?? ''}\n${JSON.stringify(data)}`)
    }
  }, `presenter ${pairing}`)
  return () => presenter.evaluate(() => sessionStorage.getItem('heard') ?? '')
}

test('a script is presented from a second window, which the audience sees nothing of', async ({ page, demo }) => {
  await signIn(page, demo, 'Ada', '/')
  const presenter = await present(page)
  const said = await listenIn(presenter)
  const secrets = sentencesOf(scriptOf('managers.en.md'))
  expect(secrets.length).toBeGreaterThan(6)
  const expectHidden = async () => {
    const messages = await said()
    expect(messages).toContain('"type":"done"')
    const shown = `${await page.content()}\n${messages}`
    expect(secrets.filter((sentence) => shown.includes(sentence))).toEqual([])
  }

  await expect(presenter.getByRole('heading', { name: '3 minutes for managers', level: 1 })).toBeVisible()
  await expect(presenter.getByText(secrets[1] ?? '')).toBeVisible()
  await expect(presenter.getByRole('timer', { name: 'Elapsed' })).toHaveText(/0:00$/)
  await expectAxeClean(presenter, 'presenter view')
  await expectNoSideways(presenter, 'presenter view')

  // a clicker's keys
  await presenter.keyboard.press('PageDown')
  await sees(presenter, 'Encryption overview')
  await expect(page.getByRole('heading', { level: 1, name: /Encryption overview/ })).toBeVisible()
  await expect(presenter.getByRole('timer', { name: 'Elapsed' })).not.toHaveText(/0:00$/)
  await expect(presenter.getByRole('timer', { name: 'Remaining' })).toHaveText(/2:\d\d$/)
  await expectHidden()
  // what an earlier rehearsal has left: a presenter is asked nothing
  const rehearsed = `${compute(demo)}/galleries/contosoGallery/images/ubuntu-web/versions/3.0.0`
  const [other] = storeOf(demo).list('', 'Microsoft.Compute/galleries/images/versions')
  if (other) storeOf(demo).put({ ...other, id: rehearsed, name: '3.0.0' })
  expect(storeOf(demo).get(rehearsed)).toBeDefined()
  await presenter.keyboard.press('ArrowRight')
  await expect(presenter.getByText('Step 2 of 4')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Encryption', selected: true })).toBeVisible()
  expect(storeOf(demo).get(rehearsed)).toBeUndefined()
  await sees(presenter, 'Create VM image version')
  await expectHidden()
  // back, to read again: the audience stays where it is
  await presenter.keyboard.press('PageUp')
  await expect(presenter.getByText('Step 1 of 4')).toBeVisible()
  await expect(page).toHaveURL(/create-image-version/)

  // a checkpoint, with another person
  const steps = panelOf(presenter).getByRole('list')
  await steps.getByRole('button', { name: /What if a key is lost/ }).click()
  await isUser(page, 'Vera')
  await expect(page).toHaveURL(/disk-encryption-sets\/key-impact/)
  await expect(page.getByRole('region', { name: /^Scenario/ })).toBeHidden()
  await sees(presenter, 'Key impact')
  await expect(panelOf(presenter).getByText('Connected', { exact: true })).toBeVisible()
  await expectHidden()

  // person, clock and reset
  await panelOf(presenter)
    .getByRole('button', { name: /^Signed in as Vera/ })
    .click()
  await presenter.getByRole('menuitemradio', { name: /^Ada/ }).click()
  await isUser(page, 'Ada')
  await expect(panelOf(presenter).getByRole('button', { name: /^Signed in as Ada/ })).toBeVisible()
  await press(panelOf(presenter), 'Move an hour forward')
  await expect(panelOf(presenter).getByRole('button', { name: /^Clock.*10:00/ })).toBeVisible()
  const set = `${compute(demo)}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  storeOf(demo).remove(set)
  await press(panelOf(presenter), 'Reset')
  await press(presenter.getByRole('alertdialog'), 'Reset')
  await expect.poll(() => storeOf(demo).get(set)).toBeDefined()
  await expect(page).toHaveURL(`${demo.url}/`)
  await expect(panelOf(presenter).getByText('Connected', { exact: true })).toBeVisible()

  // the last step continues where the third one was
  await press(presenter, 'Next: What we need from you')
  await expect(presenter.getByRole('button', { name: 'Finish: reset the demo' })).toBeVisible()
  await expectHidden()
  await presenter.reload()
  await expect(presenter.getByText('Step 4 of 4')).toBeVisible()
  await expect(panelOf(presenter).getByText('Connected', { exact: true })).toBeVisible()

  // The end is a beginning; and without a presenter, the demo's own bar is back.
  storeOf(demo).remove(set)
  await press(presenter, 'Finish: reset the demo')
  await expect(presenter.getByText('Step 1 of 4')).toBeVisible()
  await expect.poll(() => storeOf(demo).get(set)).toBeDefined()
  await expect(demoBar(page)).toBeHidden()
  await presenter.close()
  await expect(demoBar(page).getByRole('button', { name: 'Present…' })).toBeVisible()
})

const own = (...steps: string[]) => ({
  name: 'own.md',
  mimeType: 'text/markdown',
  buffer: Buffer.from(
    ['---', 'title: My own', 'language: en', 'minutes: 2', 'world: Before', '---', ...steps].join('\n'),
  ),
})
const part = (title: string, facts: string[]) => [
  `## ${title}`,
  '- minutes: 1',
  ...facts,
  '### Do',
  'Wait.',
  '### Say',
  `Hello from ${title}. <img src="x" onerror="document.title='gone'">`,
]

/** A window of the pair that the presenter opens, with someone signed in. */
async function reopenAudience(presenter: Page): Promise<Page> {
  const opened = presenter.waitForEvent('popup')
  await press(panelOf(presenter), 'Open audience window')
  const audience = await opened
  await audience.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  // Entra ID has the session of the window that was closed.
  await isUser(audience, 'Ada')
  return audience
}

test('one’s own script begins at a saved world, and goes on in a window that is opened again', async ({
  page,
  demo,
}) => {
  await signIn(page, demo, 'Ada', '/')
  const panel = await openDemoPanel(page)
  await panel.getByRole('textbox', { name: 'Save this environment as' }).fill('Before')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Open Before' })).toBeVisible()
  const set = `${compute(demo)}/diskEncryptionSets/WestUSDiskEncryptionSet1`
  storeOf(demo).remove(set)

  // Where the browser opens no second window, a link does.
  await page.evaluate(() => {
    window.open = () => null
  })
  await panel.getByRole('button', { name: 'Present…' }).click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open presenter view' }).click()
  const presenter = await opened
  await expect(panelOf(presenter).getByText('Connected', { exact: true })).toBeVisible()

  const file = presenter.getByLabel('Script file')
  await file.setInputFiles(own('## One', '- minutes: many', '- page: /nowhere'))
  const faults = presenter.getByRole('main').getByRole('listitem')
  await expect(faults.filter({ hasText: 'Line 8' })).toHaveText('Line 8: Enter a number of minutes from 0.25 to 240.')
  await expect(faults.filter({ hasText: 'Line 9' })).toContainText('Enter the address of a page of the portal')

  const first = part('the first', ['- page: /galleries'])
  await file.setInputFiles(own(...first, ...part('the second', ['- page: /estate', '- world: Never saved'])))
  await expect(presenter.getByText('Hello from the first. <img src="x"')).toBeVisible()
  await press(presenter, 'Start: the first')
  await expect(page).toHaveURL(/galleries/)
  await expect.poll(() => storeOf(demo).get(set)).toBeDefined()
  await press(presenter, 'Next: the second')
  await expect(panelOf(presenter).getByText(/^This browser has no saved environment/)).toBeVisible()
  await expect(page).toHaveURL(/galleries/)

  // Closed, and opened again: the step that was asked for meanwhile starts there.
  await page.close()
  await expect(panelOf(presenter).getByText('Not connected')).toBeVisible()
  storeOf(demo).remove(set)
  await panelOf(presenter)
    .getByRole('list')
    .getByRole('button', { name: /the first/ })
    .click()
  const audience = await reopenAudience(presenter)
  await expect(audience).toHaveURL(/galleries$/)
  await sees(presenter, 'Galleries')
  await expect.poll(() => storeOf(demo).get(set)).toBeDefined()
  await expect(presenter).toHaveTitle('Presenter view · Gallery Encryption Portal')
})

interface Pointed {
  code: string
  /** what is wrong with where it is */
  faults: string[]
}

/** Notes, in an audience's window, where each thing that a step pointed at was in the end. */
function notePointed(): void {
  const faultsOf = (element: HTMLElement) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isAt = (y: number) => {
      const hit = document.elementFromPoint((left + right) / 2, y)
      return hit !== null && (element.contains(hit) || hit.contains(element))
    }
    const isShown = [top + 3, (top + bottom) / 2, bottom - 3].every(isAt)
    const isWithin = top >= 0 && bottom <= window.innerHeight && left >= 0 && right <= window.innerWidth
    return [...(isWithin ? [] : [`from ${top} to ${bottom} of ${window.innerHeight}`]), ...(isShown ? [] : ['covered'])]
  }
  let last: Pointed | undefined
  const look = () => {
    const element = document.querySelector<HTMLElement>('[data-tour-subject]')
    if (element !== null) last = { code: element.dataset['shows'] ?? '', faults: faultsOf(element) }
    else if (last !== undefined && sessionStorage.getItem('pointed-at') === null) {
      sessionStorage.setItem('noted', `${sessionStorage.getItem('noted') ?? ''}${JSON.stringify(last)}\n`)
      last = undefined
    }
    requestAnimationFrame(look)
  }
  look()
}

const pointedIn = (lines: string): Pointed[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Pointed)

// The smaller window for the longer words.
const sizes = { en: { width: 1440, height: 757 }, it: { width: 1280, height: 633 } }
for (const [id, titles] of [
  ['managers', { en: '3 minutes for managers', it: '3 minuti per dirigenti' }],
  ['engineers', { en: '15 minutes for engineers', it: '15 minuti per tecnici' }],
  [
    'security-officer',
    { en: 'Security officer: keys and impact', it: 'Responsabile della sicurezza: chiavi e impatto' },
  ],
] as const)
  test(`“${titles.en}” shows what each step points at, and fits the presenter’s window, in both languages`, async ({
    page,
    demo,
  }) => {
    test.setTimeout(600_000)
    await page.addInitScript(notePointed)
    await signIn(page, demo, 'Ada', '/')
    // Left open from before, it would take half of each page.
    await page.evaluate(() => localStorage.setItem('code-pane', 'open'))
    const presenter = await present(page)
    await presenter.setViewportSize({ width: 1000, height: 700 })
    const steps = presenter.getByRole('complementary').getByRole('list').getByRole('button')
    const noted: Pointed[] = []
    for (const language of ['en', 'it'] as const) {
      await press(presenter, 'Script')
      await presenter.getByRole('menuitemradio', { name: titles[language] }).click()
      const title = presenter.getByRole('heading', { name: titles[language], level: 1 })
      // Its file has come, which a reload would end.
      await expect(title).toBeVisible()
      // Both windows, each as it is opened in that language.
      await page.evaluate((choice) => localStorage.setItem('language', choice), language)
      await page.reload()
      await presenter.reload()
      await expect(title).toBeVisible()
      const points = scriptOf(`${id}.${language}.md`)
        .split(/^## /m)
        .slice(1)
        .map((step) => /^- point: (.*)$/m.exec(step)?.[1])
      await expect(steps).toHaveCount(points.length)
      const size = sizes[language]
      await page.setViewportSize(size)
      for (const [at, point] of points.entries()) {
        const where = `${language}, step ${at + 1}`
        await steps.nth(at).click()
        const scrolled = () =>
          presenter.evaluate(() =>
            [...document.querySelectorAll('main *')]
              .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1 && clientHeight > 100)
              .filter((element) => getComputedStyle(element).overflowY === 'auto')
              .map(({ scrollHeight, clientHeight }) => `${scrollHeight} in ${clientHeight}`),
          )
        expect.soft(await scrolled(), `presenter's window, ${where}`).toEqual([])
        if (point === undefined) continue
        const found = () => page.evaluate(() => sessionStorage.getItem('noted') ?? '').then(pointedIn, () => noted)
        await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBeGreaterThan(noted.length)
        const now = await found()
        noted.splice(0, noted.length, ...now)
        const { code, faults } = noted.at(-1) ?? { code: '', faults: ['nothing'] }
        expect.soft(code.split(' '), where).toContain(point)
        expect.soft(faults, `${where}, ${point}, at ${size.width} × ${size.height}`).toEqual([])
        await expect.soft(demoBar(page)).toBeHidden()
        await expect.soft(page.getByRole('region', { name: /^Scenario:/ })).toBeHidden()
      }
    }
  })

test('what the supplied scripts name is there', ({ portal }) => {
  const files = globSync('*.md', { cwd: scripts })
  expect(files).toHaveLength(6)
  for (const file of files) {
    const script = scriptOf(file)
    const people = [...script.matchAll(/^- person: (.*)$/gm)].map(([, name]) => name)
    const names = new Set(portal.azure.world.users.map(({ userPrincipalName }) => userPrincipalName.split('@')[0]))
    expect(
      people.filter((name) => !names.has(name)),
      file,
    ).toEqual([])
    for (const [, id = ''] of script.matchAll(/\?set=(.*)$/gm))
      expect(portal.azure.world.store.get(id), `${file}: ${id}`).toBeDefined()
  }
})
