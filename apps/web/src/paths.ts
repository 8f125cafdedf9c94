// Every address of the portal. Resource IDs are in the query string, because they contain slashes.

function withQuery(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`
}

export const paths = {
  home: '/',
  galleries: '/image-versions/galleries',
  gallery: '/gallery',
  imageDefinition: '/image-definition',
  imageVersion: '/image-version',
  createImageVersion: '/create-image-version',
  imageVersions: '/image-versions',
  encryptVersions: '/encrypt-versions',
  cleanUpVersions: '/clean-up-versions',
  updateImageVersion: '/update-image-version',
  createVirtualMachine: '/create-virtual-machine',
  virtualMachines: '/estate/virtual-machines',
  virtualMachine: '/virtual-machine',
  diskEncryptionSets: '/disk-encryption-sets',
  diskEncryptionSet: '/disk-encryption-set',
  estate: '/estate',
  estateReport: '/estate/report',
  estateDisks: '/estate/disks',
  keyHealth: '/disk-encryption-sets/key-health',
  keyImpact: '/disk-encryption-sets/key-impact',
  access: '/check-my-access',
  presenter: '/demo/presenter',
  demoStart: '/demo/:scenario',
  help: '/help',
} as const

function pathOfId(page: string): (id: string) => string {
  return (id) => withQuery(page, { id })
}

/** The galleries, of one subscription if given. */
export function galleriesPath(subscriptionId?: string): string {
  return subscriptionId ? withQuery(paths.galleries, { subscription: subscriptionId }) : paths.galleries
}

export const galleryPath = pathOfId(paths.gallery)

export const imageDefinitionPath = pathOfId(paths.imageDefinition)

/** Where a page of an image definition has its recycle bin. */
export const recycleBinAnchor = 'recycle-bin'

/** The recycle bin of an image definition. */
export function recycleBinPath(imageDefinitionId: string): string {
  return `${imageDefinitionPath(imageDefinitionId)}#${recycleBinAnchor}`
}

/** What a list of image versions, or of disks or machines from them, is narrowed to. */
interface ImageFilter {
  encryption?: string
  subscription?: string
  /** its ID */
  gallery?: string
  /** short name */
  region?: string
  age?: string
}

/** The image versions of all subscriptions, or those of the filter. */
export function imageVersionsPath(filter: ImageFilter & { state?: string } = {}): string {
  return Object.keys(filter).length === 0 ? paths.imageVersions : withQuery(paths.imageVersions, { ...filter })
}

/** The virtual machines that were created from image versions, those of the filter. */
export function machinesFromVersionsPath(filter: ImageFilter): string {
  return withQuery(paths.virtualMachines, { ...filter, image: 'gallery' })
}

/** The disks that were created from image versions, those of the filter. */
export function disksPath(filter: ImageFilter): string {
  return Object.keys(filter).length === 0 ? paths.estateDisks : withQuery(paths.estateDisks, { ...filter })
}

export const imageVersionPath = pathOfId(paths.imageVersion)

/** The tab of an image version's page that says what was created from it. */
export const usageTab = 'usage'

/** What was created from an image version. */
export function usagePath(id: string): string {
  return withQuery(paths.imageVersion, { id, tab: usageTab })
}

/** The wizard for the next version of an image definition, on the tab if one is given. */
export function createImageVersionPath(imageDefinitionId: string, tab?: string): string {
  return withQuery(paths.createImageVersion, { definition: imageDefinitionId, ...(tab && { tab }) })
}

/** What the wizard begins with if it is to begin empty. */
export const fromNothing = 'nothing'

/** The wizard for a version like another one of its definition, by that one's number, or like none. */
export function createFromPath(imageDefinitionId: string, from: string): string {
  return withQuery(paths.createImageVersion, { definition: imageDefinitionId, from })
}

/** Where the regions and the publishing options of an image version are changed. */
export const updateImageVersionPath = pathOfId(paths.updateImageVersion)

/** Where versions of a definition or a subscription are chosen to be created again under one's own keys. */
export function encryptVersionsPath(of: { definition: string } | { subscription: string } | undefined): string {
  return of === undefined ? paths.encryptVersions : withQuery(paths.encryptVersions, { ...of })
}

/** A campaign that creates versions again, by the ID of the deployment that states it. */
export const campaignPath = pathOfId(paths.encryptVersions)

/** Which versions of a gallery, a definition or a subscription stay by a rule; without one, it is chosen there. */
export function cleanUpVersionsPath(of: string | { subscription: string } | undefined): string {
  if (of === undefined) return paths.cleanUpVersions
  return withQuery(paths.cleanUpVersions, typeof of === 'string' ? { scope: of } : { ...of })
}

/** Clean-ups of versions, by the IDs of the deployments that state them. */
export function cleanUpPath(...ids: string[]): string {
  return `${paths.cleanUpVersions}?${new URLSearchParams(ids.map((id) => ['id', id]))}`
}

/** The wizard for a virtual machine from an image version. */
export function createVirtualMachinePath(imageVersionId: string): string {
  return withQuery(paths.createVirtualMachine, { version: imageVersionId })
}

/** The wizard, filled for a machine that only tries the version. */
export function testMachinePath(imageVersionId: string): string {
  return withQuery(paths.createVirtualMachine, { version: imageVersionId, test: 'yes' })
}

export const virtualMachinePath = pathOfId(paths.virtualMachine)

export const diskEncryptionSetPath = pathOfId(paths.diskEncryptionSet)

/** What depends on a key, or on the keys of a set, an image version or a virtual machine: a URL or an ID. */
export function keyImpactPath(of: { [Kind in 'key' | 'set' | 'version' | 'machine']?: string }): string {
  return withQuery(paths.keyImpact, of)
}

/** Where a page of the access has all that was checked. */
export const allChecks = 'all'

const pagesOfResources: [RegExp, string][] = [
  [/\/diskEncryptionSets\/[^/]+$/i, paths.diskEncryptionSet],
  [/\/galleries\/[^/]+$/i, paths.gallery],
  [/\/galleries\/[^/]+\/images\/[^/]+$/i, paths.imageDefinition],
  [/\/galleries\/[^/]+\/images\/[^/]+\/versions\/[^/]+$/i, paths.imageVersion],
]

/** The page of a gallery, an image definition, an image version or a set, with what else is asked of it. */
export function resourcePath(id: string, asked: Record<string, string> = {}): string | undefined {
  const path = pagesOfResources.find(([of]) => of.test(id))?.[1]
  return path && withQuery(path, { id, ...asked })
}

/** The page of a resource, giving access to it. */
export function giveAccessPath(id: string, asked: { purpose: string; principalId: string }): string | undefined {
  return resourcePath(id, { access: asked.purpose, principal: asked.principalId })
}

/** All that was checked of a subscription for encrypted versions, with what it can register. */
export function accessPath(subscriptionId: string): string {
  return `${withQuery(paths.access, { subscription: subscriptionId })}#${allChecks}`
}

/**
 * The wizard, asking what to start from: code, a file or a link, or the version of an ID; for the image definition if
 * one is given.
 */
export function startFromPath(start: string, imageDefinitionId?: string): string {
  return withQuery(paths.createImageVersion, {
    ...(imageDefinitionId && { definition: imageDefinitionId }),
    start,
  })
}

/** The wizard for a version like an existing one, by its ID. */
export function nextImageVersionPath(imageVersionId: string): string {
  const at = imageVersionId.toLowerCase().lastIndexOf('/versions/')
  return createFromPath(imageVersionId.slice(0, at), imageVersionId.slice(at + '/versions/'.length))
}

/** Home, with the demo's panel open: where its pages of scenarios and saved states have gone. */
export const demoPanelPath = '/?demo=panel'

// Only their addresses have changed.
const movedPages: Record<string, string> = {
  '/galleries': paths.galleries,
  '/virtual-machines': paths.virtualMachines,
  '/estate/key-health': paths.keyHealth,
  '/estate/key-impact': paths.keyImpact,
  '/prerequisites': paths.access,
  '/connection-check': paths.access,
}

/** The place of a page that was merged into another one; people still have links to it. */
export function movedTo(path: string, search: URLSearchParams): string | undefined {
  const page = movedPages[path]
  if (page !== undefined) return search.size === 0 ? page : `${page}?${search}`
  const [subscription, version] = [search.get('subscription'), search.get('version')]
  switch (path) {
    case '/scenarios':
    case '/saved-worlds':
      return demoPanelPath
    case '/clone-image-version':
      return startFromPath(search.get('id') ?? '')
    case '/encryption-campaign':
      return campaignPath(search.get('id') ?? '')
    case '/import':
      return version === null ? startFromPath('code', search.get('definition') ?? '') : nextImageVersionPath(version)
    case paths.home:
      return subscription === null ? undefined : galleriesPath(subscription)
    default:
      return undefined
  }
}

/** Begins a scenario of the demo, as the person who can show it. */
export function demoStartPath(scenario: string): string {
  return paths.demoStart.replace(':scenario', scenario)
}

/** Whether a scenario of the demo begins at an address. */
export function isDemoStart(path: string): boolean {
  return scenarioAt(path) !== undefined
}

/** What begins at an address of the demo, by its ID; undefined if it is another page. */
export function scenarioAt(path: string): string | undefined {
  const start = demoStartPath('')
  return path.startsWith(start) && path !== paths.presenter ? path.slice(start.length) : undefined
}

/** The guide inside the portal, or one of its pages: the name of a file of docs/guide without `.md`. */
export function helpPath(page?: string): string {
  return page === undefined ? paths.help : `${paths.help}/${page}`
}

/** Whether a page of the guide is at an address. */
export function isHelpPath(path: string): boolean {
  return path === paths.help || path.startsWith(`${paths.help}/`)
}

/**
 * Whether a page needs no sign-in: the check of the access, which explains why one fails, the guide, and the
 * presenter's window.
 */
export function isForEverybody(path: string): boolean {
  const page = movedTo(path, new URLSearchParams()) ?? path
  return page === paths.access || page === paths.presenter || isHelpPath(page)
}
