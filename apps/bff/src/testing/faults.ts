import { blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import * as z from 'zod/mini'
import type { Reply, SignedIn, TestPortal } from './portal.ts'

export const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
export const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`
export const versionId = `${imageDefinitionId}/versions/2.0.0`
export const versionPath = /\/versions\/2\.0\.0$/
export const put = { method: 'PUT', path: versionPath }

export const setId = (name: string): string => `${group}/diskEncryptionSets/${name}`

/** A version that Contoso's owner has permission to create, all its disks encrypted with one set. */
export function encryptedPlan(setName = 'WestUSDiskEncryptionSet1'): ImageVersionPlan {
  const set = setId(setName)
  const encryption = {
    osDiskImage: set,
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: set }],
    secureVMDiskEncryptionSetId: '',
  }
  return aPlan({
    imageDefinitionId,
    name: '2.0.0',
    source: { type: 'ManagedImage', id: `${group}/images/myImage` },
    targetRegions: [{ ...blankTargetRegion('westus'), encryption }],
  })
}

export const create = (user: SignedIn, plan = encryptedPlan()): Promise<Reply> =>
  user.send('PUT', '/api/image-versions', plan)

export const read = (user: SignedIn): Promise<Reply> => user.get('/api/image-version', { id: versionId })

/** What was sent to Azure to create the version. */
export const puts = ({ azure }: TestPortal): unknown[] =>
  azure.requests.filter(({ method, path }) => method === 'PUT' && versionPath.test(path))

const keyOfSet = z.object({ activeKey: z.object({ keyUrl: z.string(), sourceVault: z.object({ id: z.string() }) }) })

/** Enables or disables all versions of a set's key, as another client does in its vault. */
export function enableKey({ azure }: TestPortal, setName: string, enabled: boolean): void {
  const { store } = azure.world
  const { keyUrl, sourceVault } = z.parse(keyOfSet, store.get(setId(setName))?.properties).activeKey
  const keyId = `${sourceVault.id}/keys/${keyUrl.split('/')[4]}`
  const key = store.get(keyId)
  if (key === undefined) throw new Error(`There is no ${keyId}`)
  for (const stored of [key, ...store.list(keyId, 'Microsoft.KeyVault/vaults/keys/versions')])
    store.put({ ...stored, properties: { ...stored.properties, attributes: { enabled } } })
}
