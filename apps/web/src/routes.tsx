import { lazy, Suspense, useEffect, useState, type ComponentType, type PropsWithChildren, type ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation, useParams, useSearch } from 'wouter'
import { withQueries } from './api/answers/lazy-queries.ts'
import { authentication } from './auth/authentication.ts'
import { isDemoStart, isHelpPath, movedTo, paths } from './paths.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { LoadingPage } from './shell/LoadingPage.tsx'

const NothingHerePage = lazy(() =>
  import('./shell/NothingHerePage.tsx').then((page) => ({ default: page.NothingHerePage })),
)

type LoadPage = () => Promise<ComponentType<PropsWithChildren>>

// One page of the portal shows all pages of the guide.
const help = `${paths.help}/:page?`

// Each page is a separate bundle, named once.
const pages: Record<string, LoadPage> = {
  [paths.home]: () => import('./shell/home/HomePage.tsx').then((page) => page.HomePage),
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
  [paths.virtualMachine]: () =>
    import('./resources/virtual-machine/page/VirtualMachinePage.tsx').then((page) => page.VirtualMachinePage),
  [paths.estate]: () =>
    import('./resources/subscription/encryption-overview/EstatePage.tsx').then((page) => page.EstatePage),
  [paths.access]: () => import('./resources/subscription/access/AccessPage.tsx').then((page) => page.AccessPage),
  [help]: () => import('./shell/help/HelpPage.tsx').then((page) => page.HelpPage),
  [paths.presenter]: () => import('./demo/presenter/PresenterPage.tsx').then((page) => page.PresenterPage),
  [paths.demoStart]: () => import('./demo/BeginScenarioPage.tsx').then((page) => page.BeginScenarioPage),
}

// Of the pages that have them: below the same header and commands, one at each address.
const views: Record<string, Record<string, LoadPage>> = {
  [paths.imageVersions]: {
    [paths.imageVersions]: () =>
      import('./resources/image-version/list/ImageVersionsPage.tsx').then((view) => view.AllImageVersions),
    [paths.galleries]: () => import('./resources/gallery/Galleries.tsx').then((view) => view.Galleries),
  },
  [paths.diskEncryptionSets]: {
    [paths.diskEncryptionSets]: () =>
      import('./resources/disk-encryption-set/list/DiskEncryptionSetList.tsx').then((view) => view.DiskEncryptionSets),
    [paths.keyHealth]: () =>
      import('./resources/disk-encryption-set/key-health/KeyHealth.tsx').then((view) => view.KeyHealth),
    [paths.keyImpact]: () => import('./resources/key/impact/KeyImpact.tsx').then((view) => view.KeyImpact),
  },
  [paths.estate]: {
    [paths.estate]: () =>
      import('./resources/subscription/encryption-overview/Posture.tsx').then((view) => view.Posture),
    [paths.virtualMachines]: () =>
      import('./resources/virtual-machine/list/VirtualMachines.tsx').then((view) => view.VirtualMachines),
    [paths.estateDisks]: () => import('./resources/disk/list/Disks.tsx').then((view) => view.Disks),
    [paths.estateReport]: () =>
      import('./resources/subscription/report/EncryptionReport.tsx').then((view) => view.EncryptionReport),
  },
}

function patternOf(path: string): string {
  if (isHelpPath(path)) return help
  if (isDemoStart(path)) return paths.demoStart
  return Object.keys(views).find((page) => views[page]?.[path] !== undefined) ?? path
}

/** Whether the portal has a page at an address. */
export function hasPage(path: string): boolean {
  return Object.hasOwn(pages, patternOf(path))
}

const loaded = new Map<LoadPage, ComponentType<PropsWithChildren>>()

async function loadOnce(load: LoadPage): Promise<ComponentType<PropsWithChildren>> {
  const Page = loaded.get(load) ?? (await withQueries(load()))
  loaded.set(load, Page)
  return Page
}

/** Starts to load the page at an address, or where it has moved, so that it is ready after sign-in or navigation. */
export function preloadPage(address: string): void {
  const [path = address] = (movedTo(address, new URLSearchParams()) ?? address).split('?')
  const pattern = patternOf(path)
  for (const load of [pages[pattern], views[pattern]?.[path]])
    // A failure appears when the page is rendered, which loads it again.
    if (load !== undefined) void loadOnce(load).catch(() => undefined)
}

type Prefetching = Parameters<(typeof import('./api/prefetch.ts'))['prefetch']>[1]

/** What reads for a page that is not there yet, once its code has come. */
let prefetch: ((what: Prefetching) => void) | undefined

async function loadPrefetch(): Promise<void> {
  const [{ answers }, module] = await Promise.all([import('./api/answers/Queries.tsx'), import('./api/prefetch.ts')])
  prefetch = (what) => module.prefetch(answers, what)
}

let areAllPreloaded = false

/**
 * Loads the pages one after the other while the browser has nothing else to do, once somebody is signed in. Safari has
 * no such moments: there, they come with the links that are pointed at.
 */
async function preloadAllPages(): Promise<void> {
  if (areAllPreloaded || !('requestIdleCallback' in window) || authentication().status !== 'signedIn') return
  areAllPreloaded = true
  await loadPrefetch()
  for (const load of [pages, ...Object.values(views)].flatMap((of) => Object.values(of))) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await loadOnce(load)
  }
}

/** Starts to read what the page at an address asks for first, if a user is signed in. */
export async function preloadFacts(address: Prefetching['address']): Promise<void> {
  if (prefetch === undefined) await loadPrefetch()
  const user = authentication()
  if (user.status === 'signedIn') prefetch?.({ user, address })
}

/** The same for a page that opens now: before React builds it, which takes longer than the server. */
export function preloadFactsOfVisit(address: Prefetching['address']): void {
  const user = authentication()
  if (user.status === 'signedIn') prefetch?.({ user, address, isVisited: true })
}

/**
 * A page or a view of it, at once if its code is there. Not by `lazy`: React keeps the fallback of a Suspense for
 * 300 ms at least.
 */
function Loaded({ load, children }: { load: LoadPage; children?: ReactNode }) {
  const [Page, setPage] = useState(() => loaded.get(load))
  const [error, setError] = useState<Error>()
  useEffect(() => {
    if (Page === undefined) loadOnce(load).then((ready) => setPage(() => ready), setError)
    // A failure appears when the page is rendered, which loads it again.
    else void preloadAllPages().catch(() => undefined)
  }, [Page, load])
  if (error !== undefined) throw error
  return Page === undefined ? <LoadingPage /> : <Page>{children}</Page>
}

/** A page that has several views, with the one of the address. */
function PageOfViews({ page }: { page: string }) {
  const { view } = useParams<{ view?: string }>()
  const path = view === undefined ? page : `${page}/${view.toLowerCase()}`
  const [loadFrame, loadView] = [pages[page], views[page]?.[path]]
  useEffect(() => preloadPage(path), [path])
  if (loadFrame === undefined || loadView === undefined) return <NothingHerePage />
  return (
    <Loaded load={loadFrame}>
      <Loaded key={path} load={loadView} />
    </Loaded>
  )
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
          {Object.entries(pages).map(([page, load]) => (
            <Route key={page} path={views[page] === undefined ? page : `${page}/:view?`}>
              {views[page] === undefined ? <Loaded load={load} /> : <PageOfViews page={page} />}
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
