import { errorAt, type ImageVersionPlan, type Issue, type IssuePath } from '@portal/image-version'

// A VHD is given by the https address of its blob; each disk has a different blob. An address with a query is refused
// here although Azure's documentation allows it: everyone who can see the version could read a shared access signature
// in it. https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function storageBlobIssues({ source }: ImageVersionPlan): Issue[] {
  if (source.type !== 'StorageBlobs') return []
  const blobs: { path: IssuePath; uri: string }[] = [
    { path: ['source', 'osDiskUri'], uri: source.osDiskUri },
    ...source.dataDisks.map(({ uri }, index) => ({ path: ['source', 'dataDisks', index, 'uri'], uri })),
  ]
  return blobs.flatMap(({ path, uri }, index) => {
    if (uri === '') return [errorAt(path, 'BlobUriRequired', {})]
    if (!isBlobAddress(uri)) return [errorAt(path, 'BlobUriInvalid', {})]
    if (blobs.findIndex((blob) => blob.uri === uri) === index) return []
    return [errorAt(path, 'SourceDuplicate', { name: uri })]
  })
}

function isBlobAddress(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, username, password, pathname } = new URL(uri)
  // Of a query, the plan contains only its first character; a valid URL has none.
  const isPlain = protocol === 'https:' && username === '' && password === '' && !/[?#]/.test(uri)
  return isPlain && /^\/[^/]+\/.*[^/]$/.test(pathname)
}

const highestLun = 63

// Each data disk has a unique LUN, 0 to 63.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceLunIssues({ source }: ImageVersionPlan): Issue[] {
  if (source.type !== 'DisksAndSnapshots' && source.type !== 'StorageBlobs') return []
  const luns = source.dataDisks.map(({ lun }) => lun)
  return luns.flatMap((lun, index) => {
    const path = ['source', 'dataDisks', index, 'lun']
    if (!Number.isInteger(lun) || lun < 0 || lun > highestLun) return [errorAt(path, 'SourceLunOutOfRange', { lun })]
    return luns.indexOf(lun) < index ? [errorAt(path, 'SourceLunDuplicate', { lun })] : []
  })
}
