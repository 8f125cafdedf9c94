import { blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import type { Reply, SignedIn, TestPortal } from '../testing.ts'

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
