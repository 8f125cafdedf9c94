import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import { withQueries } from './api/answers/with-queries.ts'
import { authentication } from './auth/authentication.ts'
import { isDemoStart, isHelpPath, movedTo, paths } from './paths.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { LoadingPage } from './shell/LoadingPage.tsx'

const NothingHerePage = lazy(() =>
  import('./shell/NothingHerePage.tsx').then((page) => ({ default: page.NothingHerePage })),
)

type LoadPage = () => Promise<ComponentType>

// One page of the portal shows all pages of the guide.
const help = `${paths.help}/:page?`

// Each page is a separate bundle, named once.
const pages: Record<string, LoadPage> = {
  [paths.home]: () => import('./shell/home/HomePage.tsx').then((page) => page.HomePage),
  [paths.galleries]: () => import('./resources/gallery/GalleriesPage.tsx').then((page) => page.GalleriesPage),
  [paths.gallery]: () => import('./resources/gallery/GalleryPage.tsx').then((page) => page.GalleryPage),
  [paths.imageDefinition]: () =>
    import('./resources/image-definition/page/ImageDefinitionPage.tsx').then((page) => page.ImageDefinitionPage),
  [paths.imageVersion]: () =>
    import('./resources/image-version/page/ImageVersionPage.tsx').then((page) => page.ImageVersionPage),
  [paths.imageVersions]: () =>
    import('./resources/image-version/list/ImageVersionsPage.tsx').then((page) => page.ImageVersionsPage),
  [paths.diskEncryptionSets]: () =>
    import('./resources/disk-encryption-set/list/DiskEncryptionSetsPage.tsx').then(
      (page) => page.DiskEncryptionSetsPage,
    ),
  [paths.createImageVersion]: () =>
    import('./resources/image-version/create/CreateImageVersionPage.tsx').then((page) => page.CreateImageVersionPage),
  [paths.encryptVersions]: () =>
    import('./resources/campaign/list/EncryptVersionsPage.tsx').then((page) => page.EncryptVersionsPage),
  [paths.cleanUpVersions]: () =>
    import('./resources/image-version/clean-up/CleanUpVersionsPage.tsx').then((page) => page.CleanUpVersionsPage),
  [paths.updateImageVersion]: () =>
    import('./resources/image-version/update/UpdateImageVersionPage.tsx').then((page) => page.UpdateImageVersionPage),
  [paths.diskEncryptionSet]: () =>
    import('./resources/disk-encryption-set/page/DiskEncryptionSetPage.tsx').then((page) => page.DiskEncryptionSetPage),
  [paths.createVirtualMachine]: () =>
    import('./resources/virtual-machine/create/CreateVirtualMachinePage.tsx').then(
      (page) => page.CreateVirtualMachinePage,
    ),
  [paths.virtualMachines]: () =>
    import('./resources/virtual-machine/list/VirtualMachinesPage.tsx').then((page) => page.VirtualMachinesPage),
  [paths.virtualMachine]: () =>
    import('./resources/virtual-machine/page/VirtualMachinePage.tsx').then((page) => page.VirtualMachinePage),
  [paths.estate]: () =>
    import('./resources/subscription/encryption-overview/PosturePage.tsx').then((page) => page.PosturePage),
  [paths.estateReport]: () => import('./resources/subscription/report/ReportPage.tsx').then((page) => page.ReportPage),
  [paths.estateDisks]: () => import('./resources/disk/list/DisksPage.tsx').then((page) => page.DisksPage),
  [paths.keyHealth]: () =>
    import('./resources/disk-encryption-set/key-health/KeyHealthPage.tsx').then((page) => page.KeyHealthPage),
  [paths.keyImpact]: () => import('./resources/key/impact/KeyImpactPage.tsx').then((page) => page.KeyImpactPage),
  [paths.access]: () => import('./resources/subscription/access/AccessPage.tsx').then((page) => page.AccessPage),
  [help]: () => import('./shell/help/HelpPage.tsx').then((page) => page.HelpPage),
  [paths.presenter]: () => import('./demo/presenter/PresenterPage.tsx').then((page) => page.PresenterPage),
  [paths.demoStart]: () => import('./demo/BeginScenarioPage.tsx').then((page) => page.BeginScenarioPage),
}

function patternOf(path: string): string {
  return isHelpPath(path) ? help : isDemoStart(path) ? paths.demoStart : path
}

/** Whether the portal has a page at an address. */
export function hasPage(path: string): boolean {
  return Object.hasOwn(pages, patternOf(path))
}

const loadedPages = new Map<string, ComponentType>()

async function loadPage(path: string): Promise<ComponentType | undefined> {
  const load = pages[path]
  const Page = loadedPages.get(path) ?? (load && (await withQueries(load())))
  if (Page !== undefined) loadedPages.set(path, Page)
  return Page
}

/** Starts to load the page at an address, so that it is ready after sign-in or navigation. */
export function preloadPage(path: string): void {
  // A failure appears when the page is rendered, which loads it again.
  void loadPage(patternOf(path)).catch(() => undefined)
}

let areAllPreloaded = false

/**
 * Loads the pages one after the other while the browser has nothing else to do, once somebody is signed in. Safari has
 * no such moments: there, they come with the links that are pointed at.
 */
async function preloadAllPages(): Promise<void> {
  if (areAllPreloaded || !('requestIdleCallback' in window) || authentication().status !== 'signedIn') return
  areAllPreloaded = true
  for (const path of Object.keys(pages)) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await loadPage(path)
  }
}

/** Starts to read what the page at an address can't be shown without, if it has such facts and a user is signed in. */
export function preloadFacts({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const user = authentication()
  if (pathname !== paths.createImageVersion || user.status !== 'signedIn') return
  void Promise.all([
    import('./api/answers/Queries.tsx'),
    import('./resources/image-version/create/preload-inventory.ts'),
  ]).then(
    ([{ answers }, { preloadInventory }]) => preloadInventory(answers, user, new URLSearchParams(search)),
    // The page reads it itself.
    () => undefined,
  )
}

/** A page, at once if its code is there. Not by `lazy`: React keeps the fallback of a Suspense for 300 ms at least. */
function PageAt({ path }: { path: string }) {
  const [Page, setPage] = useState(() => loadedPages.get(path))
  const [error, setError] = useState<Error>()
  useEffect(() => {
    if (Page === undefined) loadPage(path).then((loaded) => setPage(() => loaded), setError)
    // A failure appears when the page is rendered, which loads it again.
    else void preloadAllPages().catch(() => undefined)
  }, [Page, path])
  if (error !== undefined) throw error
  return Page === undefined ? <LoadingPage /> : <Page />
}

/** The page of the address of now. */
export function Routes() {
  const [path] = useLocation()
  const search = useSearch()
  const moved = movedTo(path, new URLSearchParams(search))
  // What a link carries is after its `#`.
  if (moved !== undefined) return <Redirect to={`${moved}${window.location.hash}`} replace />
  return (
    <ErrorBoundary page={`${path}?${search}`}>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          {Object.keys(pages).map((path) => (
            <Route key={path} path={path}>
              <PageAt path={path} />
            </Route>
          ))}
          <Route>
            <NothingHerePage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}
