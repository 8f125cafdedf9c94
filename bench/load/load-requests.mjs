const production = '/subscriptions/c0470500-0000-4000-8000-00000000a001'
export const definition = `${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web`

const list = (kind, query) => `/api/estate/${kind}?${new URLSearchParams({ direction: 'asc', page: '0', ...query })}`

export const firstSets = list('disk-encryption-sets', { sort: 'name' })
export const foundSets = list('disk-encryption-sets', { sort: 'name', search: '-9999' })

export const subscriptions = '/api/subscriptions'
export const listsOfGraph = [list('galleries', { sort: 'name' }), list('image-versions', { sort: 'name' })]
const lists = [...listsOfGraph, subscriptions]
export const poll = `/api/image-version?${new URLSearchParams({ id: `${definition}/versions/1.1.0` })}`
export const inventory = `/api/inventory?${new URLSearchParams({ imageDefinitionId: definition })}`
const vault = `${production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/kv-contoso-wus`
export const keys = `/api/keys?${new URLSearchParams({ vaultId: vault })}`

/** Of ten requests, seven are lists, two poll a version, and one reads the inventory of a plan. */
export function mixedPath(index) {
  const place = index % 10
  if (place < 7) return lists[place % lists.length]
  return place < 9 ? poll : inventory
}

/** As mixedPath, for many users in turn: each requests everything over time. */
export const mixedPathOfTurn = (users) => (index) => mixedPath(Math.floor(index / users) + index)

/** The requests of the list of operations in progress. */
export const underWay = '/api/under-way'
