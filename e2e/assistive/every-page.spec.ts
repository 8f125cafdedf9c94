import type { Page } from '@playwright/test'
import { openPage, portalPages } from '../support/pages.ts'
import { expect, signIn, test, type Portal } from '../support/portal.ts'
import { expectMoreContrast } from './measures/contrast.ts'
import { expectForcedColors } from './measures/forced-colors.ts'
import { expectNoMotion, watchMotion } from './measures/motion.ts'
import { expectPrintable } from './measures/print.ts'
import { expectReflow } from './measures/reflow.ts'
import { prepareMeasures } from './measures/seen.ts'
import { expectTargetSizes } from './measures/target-size.ts'
import { expectRoomForSpacing } from './measures/text-spacing.ts'

/** hasMedia: whether the browser's driver sets media features */
interface Taken {
  isList: boolean
  hasMedia: boolean
}

/** Takes all measures of the page shown, in one pass; without media features, those that need none. */
async function measure(page: Page, where: string, { isList, hasMedia }: Taken): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 })
  await expectTargetSizes(page, where)
  await expectRoomForSpacing(page, where)
  if (hasMedia) {
    await expectForcedColors(page, where)
    await expectMoreContrast(page, where)
    await expectNoMotion(page, where)
    await expectPrintable(page, where, isList)
  }
  await expectReflow(page, where)
}

async function start(page: Page, portal: Portal): Promise<void> {
  await prepareMeasures(page)
  await watchMotion(page)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, portal, 'Ada')
}

test.use({ actionTimeout: 15_000 })

// In parts, for the workers.
const parts = 4
for (let part = 1; part <= parts; part += 1)
  test(`every page can be read, pointed at and printed by everyone: ${part} of ${parts}`, async ({
    page,
    portal,
    browserName,
  }) => {
    test.slow()
    await start(page, portal)
    for (const each of portalPages.filter((_, index) => index % parts === part - 1)) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await openPage(page, portal, each)
      // Firefox's driver sets no media features.
      const hasMedia = browserName !== 'firefox'
      await measure(page, each.name, { hasMedia, isList: each.isList ?? false })
      if (each.action === undefined) continue
      const action = each.action(page.getByRole('main'))
      await action.scrollIntoViewIfNeeded()
      await expect.soft(action, `${each.name} at 400 %: main action`).toBeInViewport({ ratio: 1 })
    }
  })
