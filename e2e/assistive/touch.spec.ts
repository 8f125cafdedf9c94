import { expect, signIn, test } from '../support/portal.ts'

// By taps alone: no mouse, no keyboard but the one of the screen.
test.use({ hasTouch: true, actionTimeout: 15_000 })

/** Of the centers of two elements at least, in pixels. */
function leastDistance(elements: Element[]) {
  const centers = elements.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x + width / 2, y + height / 2] as const
  })
  const distances = centers.flatMap(([x, y], index) =>
    centers.slice(index + 1).map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY)),
  )
  return Math.min(...distances)
}

for (const viewport of [
  { width: 400, height: 800 },
  { width: 820, height: 1180 },
])
  test(`navigation, pickers, map, matrix and drawers by touch: ${viewport.width} px`, async ({
    page,
    portal,
    wizard,
  }) => {
    await page.setViewportSize(viewport)
    await signIn(page, portal, 'Ada', '/image-versions/galleries')
    if (viewport.width < 640) {
      await page.getByRole('button', { name: 'Open navigation' }).tap()
      await page.getByRole('dialog').getByRole('link', { name: 'Home' }).tap()
    } else await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Home' }).tap()
    await page.getByRole('link', { name: 'Create next version in ubuntu-web' }).tap()
    await wizard.startEmpty()
    await page.getByRole('button', { name: '2.0.0 major' }).tap()
    const open = async (tab: string) => {
      // In a narrow window, a menu has the tabs.
      if (viewport.width < 640) await wizard.selectedTab().tap()
      const named = { name: new RegExp(`^${tab.replace('+', '\\+')}`) }
      await page.getByRole('menuitem', named).or(page.getByRole('tab', named)).first().tap()
    }
    await page.getByRole('combobox', { name: 'Managed image', exact: true }).tap()
    await page.getByRole('option', { name: /^myImage/ }).tap()

    await page.getByRole('button', { name: 'Choose date' }).tap()
    await page.getByRole('gridcell', { name: '30, November, 2026' }).tap()
    await expect(wizard.field('End of life date')).toHaveValue('Nov 30, 2026')

    await open('Replication')
    await page.getByText('Choose regions on a map').tap()
    const map = page.getByRole('group', { name: 'Map of regions' })
    await map.scrollIntoViewIfNeeded()
    const dot = (name: string) => map.getByRole('checkbox', { name, exact: true })
    await expect(dot('West US')).toBeInViewport({ ratio: 1 })
    expect(await map.getByRole('checkbox').evaluateAll(leastDistance)).toBeGreaterThanOrEqual(24)
    await dot('Italy North').tap()
    await expect(wizard.region('Italy North')).toBeVisible()
    await dot('Italy North').tap()
    await expect(wizard.region('Italy North')).toHaveCount(0)

    await open('Encryption')
    await page
      .getByRole('radio', { name: /^Customer-managed key/ })
      .first()
      .tap()
    for (const [disk, set] of [
      ['OS disk', 'WestUSDiskEncryptionSet1'],
      ['LUN 0', 'WestUSDiskEncryptionSet2'],
    ] as const) {
      await wizard.cell('West US', disk).tap()
      await page.getByRole('option', { name: new RegExp(`^${set}(?!\\w)`) }).tap()
      await expect(wizard.cell('West US', disk)).toContainText(set)
    }

    await page.getByRole('button', { name: 'Other ways to fill sets' }).tap()
    await page.getByRole('menuitem', { name: 'Match by region…' }).tap()
    const drawer = page.getByRole('dialog')
    await expect(drawer).toBeVisible()
    await drawer
      .getByRole('button', { name: /^(Close|Cancel)$/ })
      .first()
      .tap()
    await expect(drawer).toBeHidden()

    await open('Review + create')
    await expect(page.getByText('Validation passed')).toBeVisible()
    await page.getByRole('button', { name: 'Create', exact: true }).tap()
    await expect(page.getByRole('heading', { name: '2.0.0' })).toBeVisible()
  })
