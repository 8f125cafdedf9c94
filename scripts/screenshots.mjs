// npm run screenshots: walks the portal as a user and takes the pictures of README and guide, 1280 wide.
//   docs/images/<language>/<page>.webp            light
//   docs/images/<language>/<page>-dark.webp       dark
//   apps/web/src/shell/landing/matrix-*.webp      the matrix, for the landing page
//   test-results/screenshots/<page>-<variant>.webp with --all: every page, 400 and 1280 wide as well
// npm run screenshots -- home gallery: only these
// npm run screenshots -- film: docs/images/main-path.webm, the film of README and landing page
import { chromium } from '@playwright/test'
import { fabrikam, manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { startDemo } from '@portal/bff/demo'
import { buildIfStale } from './build/web-build-state.mjs'
import { cameraFor, wide } from './screenshots/camera.mjs'
import { walkVersion } from './screenshots/create-version-walk.mjs'
import { walkChanges, walkEstate } from './screenshots/estate-walk.mjs'
import { takeFilm } from './screenshots/film.mjs'
import { takeLandingPicture } from './screenshots/landing-picture.mjs'
import { walkLife } from './screenshots/life-walk.mjs'
import * as walks from './screenshots/other-walks.mjs'
import { browserArguments } from './test/browser-arguments.mjs'
import { findBrowser } from './test/find-browser.mjs'

await buildIfStale()
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
const [, , ...words] = process.argv
const camera = cameraFor({ forReviewToo: words.includes('--all'), only: words.filter((word) => word !== '--all') })

/**
 * A page on its own portal and Azure, for `walk`; `partners` are tenants besides Contoso, which that portal supports
 * too.
 */
async function onItsOwn(walk, partners = []) {
  const clock = manualClock('2026-11-24T09:00:00Z')
  const azure = await startAzureSimulator({ port: 0, clock, throttling: 'off', partners })
  const tenantIds = [azure, ...partners].map(({ tenantId }) => tenantId)
  const portal = await startDemo({ port: 0, simulator: azure, tenantIds, logLevel: 'silent' })
  const page = await browser.newPage({ viewport: wide, locale: 'en-US' })
  page.setDefaultTimeout(60_000)
  try {
    await walk({ ...camera, browser, page, clock, azure, url: portal.url })
  } finally {
    await page.context().close()
    await portal.close()
    await azure.close()
  }
}

async function takeAll() {
  await onItsOwn(takeLandingPicture)
  await onItsOwn(walks.takeSignIn)
  await onItsOwn(walks.takePresenter)
  await onItsOwn(async (own) => {
    await walkVersion(own)
    await walks.walkMachine(own)
    await walks.walkSet(own)
    await walks.walkUnderWay(own)
    await walkEstate(own)
  })
  await onItsOwn(walkLife)
  await onItsOwn(walkChanges)
  for (const variant of camera.variantsOf('connection-check'))
    await onItsOwn((own) => walks.takeConnectionCheck(own, variant))
  camera.noteTaken('connection-check')
  await onItsOwn(walks.takeDirectories, [fabrikam()])
  await onItsOwn((own) => walks.takeMatrix(own, { regions: 2, disks: 3 }))
  await onItsOwn((own) => walks.takeMatrix(own, { regions: 60, disks: 65 }))
  return camera.missing()
}

/** @type {string[]} */
let missing = []
try {
  if (words.join() === 'film') await onItsOwn(takeFilm)
  else missing = await takeAll()
} finally {
  await browser.close()
}
if (missing.length > 0) {
  console.error(`README and guide show pictures that nothing takes: ${missing.join(', ')}`)
  process.exit(1)
}
