// Every address of the portal. Resources travel as ids in the query string: an id has slashes of its own.

function withQuery(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`
}

export const paths = {
  galleries: '/',
  gallery: '/gallery',
  imageDefinition: '/image-definition',
  imageVersion: '/image-version',
  createImageVersion: '/create-image-version',
  scenarios: '/scenarios',
} as const

/** The galleries, of one subscription if given. */
export function galleriesPath(subscriptionId?: string): string {
  return subscriptionId ? withQuery(paths.galleries, { subscription: subscriptionId }) : paths.galleries
}

export function galleryPath(id: string): string {
  return withQuery(paths.gallery, { id })
}

export function imageDefinitionPath(id: string): string {
  return withQuery(paths.imageDefinition, { id })
}

export function imageVersionPath(id: string): string {
  return withQuery(paths.imageVersion, { id })
}

/** The wizard for a new version of an image definition. */
export function createImageVersionPath(imageDefinitionId: string): string {
  return withQuery(paths.createImageVersion, { definition: imageDefinitionId })
}
