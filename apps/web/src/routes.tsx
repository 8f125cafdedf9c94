import { lazy, Suspense, type ComponentType } from 'react'
import { Route, Switch, useLocation, useSearch } from 'wouter'
import { paths } from './paths.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { LoadingPage } from './shell/LoadingPage.tsx'
import { NothingHerePage } from './shell/NothingHerePage.tsx'

// Features do not meet: the wizard and the update get these here. The bundle of the sets comes when some are missing.
const PrepareDiskEncryptionSets = lazy(() =>
  import('./features/prepare-disk-encryption-sets/PrepareDiskEncryptionSets.tsx').then((part) => ({
    default: part.PrepareDiskEncryptionSets,
  })),
)

const CreateGallery = lazy(() =>
  import('./features/galleries/CreateGallery.tsx').then((part) => ({ default: part.CreateGallery })),
)
const CreateImageDefinition = lazy(() =>
  import('./features/galleries/CreateImageDefinition.tsx').then((part) => ({
    default: part.CreateImageDefinition,
  })),
)
const PlanActions = lazy(() =>
  import('./features/import-plan/PlanActions.tsx').then((part) => ({ default: part.PlanActions })),
)
const wizardParts = { Prepare: PrepareDiskEncryptionSets, CreateGallery, CreateImageDefinition, PlanActions }

type LoadPage = () => Promise<{ default: ComponentType }>

// Each page is a bundle of its own, named once.
const pages: Record<string, LoadPage> = {
  [paths.galleries]: () =>
    import('./features/galleries/GalleriesPage.tsx').then((page) => ({ default: page.GalleriesPage })),
  [paths.gallery]: () => import('./features/galleries/GalleryPage.tsx').then((page) => ({ default: page.GalleryPage })),
  [paths.imageDefinition]: () =>
    import('./features/galleries/ImageDefinitionPage.tsx').then((page) => ({ default: page.ImageDefinitionPage })),
  [paths.imageVersion]: () =>
    import('./features/image-version/ImageVersionPage.tsx').then((page) => ({ default: page.ImageVersionPage })),
  [paths.imageVersions]: () =>
    import('./features/galleries/ImageVersionsPage.tsx').then((page) => ({ default: page.ImageVersionsPage })),
  [paths.diskEncryptionSets]: () =>
    import('./features/disk-encryption-sets/DiskEncryptionSetsPage.tsx').then((page) => ({
      default: page.DiskEncryptionSetsPage,
    })),
  [paths.createImageVersion]: () =>
    import('./features/create-image-version/CreateImageVersionPage.tsx').then(({ CreateImageVersionPage }) => ({
      default: () => <CreateImageVersionPage parts={wizardParts} />,
    })),
  [paths.updateImageVersion]: () =>
    import('./features/update-image-version/UpdateImageVersionPage.tsx').then(({ UpdateImageVersionPage }) => ({
      default: () => <UpdateImageVersionPage Prepare={PrepareDiskEncryptionSets} />,
    })),
  [paths.diskEncryptionSet]: () =>
    import('./features/disk-encryption-set/DiskEncryptionSetPage.tsx').then((page) => ({
      default: page.DiskEncryptionSetPage,
    })),
  [paths.createVirtualMachine]: () =>
    import('./features/create-virtual-machine/CreateVirtualMachinePage.tsx').then((page) => ({
      default: page.CreateVirtualMachinePage,
    })),
  [paths.virtualMachine]: () =>
    import('./features/virtual-machine/VirtualMachinePage.tsx').then((page) => ({ default: page.VirtualMachinePage })),
  [paths.prerequisites]: () =>
    import('./features/prerequisites/PrerequisitesPage.tsx').then((page) => ({ default: page.PrerequisitesPage })),
  [paths.importPlan]: () =>
    import('./features/import-plan/ImportPlanPage.tsx').then((page) => ({ default: page.ImportPlanPage })),
  [paths.scenarios]: () =>
    import('./features/demo/ScenariosPage.tsx').then((page) => ({ default: page.ScenariosPage })),
}

const routes = Object.entries(pages).map(([path, load]) => ({ path, Page: lazy(load) }))

/** Begins to load the page at an address, so that it comes while the user is still being recognised. */
export function preloadPage(path: string): void {
  // A failure shows when the page is rendered, which asks again.
  void pages[path]?.().catch(() => undefined)
}

/** The page of the address of now. */
export function Routes() {
  const [path] = useLocation()
  const search = useSearch()
  return (
    <ErrorBoundary page={`${path}?${search}`}>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          {routes.map(({ path, Page }) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route>
            <NothingHerePage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}
