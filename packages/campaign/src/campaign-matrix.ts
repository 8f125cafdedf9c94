import { sameRegion } from '@portal/arm'
import {
  blankPlan,
  blankTargetRegion,
  type ImageVersionPlan,
  type TargetRegion,
  definitionIdOf,
} from '@portal/image-version'
import { lunsOf, regionsOf } from './campaign-candidate.ts'
import type { CampaignSurvey } from './campaign-survey.ts'
import { usedRegions, type Campaign } from './campaign.ts'

/**
 * The one matrix of a campaign as a plan, so that it is filled in like that of a version: a row for each region of any
 * of the versions, a column for the OS disk and each LUN that one of them has. `filled` are sets to begin with.
 */
export function campaignMatrix(
  versions: CampaignSurvey['versions'],
  encryptionType: Campaign['encryptionType'],
  filled: Campaign['regions'] = [],
): ImageVersionPlan {
  const regions = [...new Set(versions.flatMap(({ version }) => regionsOf(version)))]
  const luns = [...new Set(versions.flatMap(({ version }) => lunsOf(version)))].toSorted((one, other) => one - other)
  const [first] = versions
  return {
    ...blankPlan(first === undefined ? '' : definitionIdOf(first.version.id)),
    location: regions[0] ?? '',
    source: { type: 'DisksAndSnapshots', osDiskId: '', dataDisks: luns.map((lun) => ({ lun, id: '' })) },
    encryptionType,
    targetRegions: regions.map((name) => {
      const blank = blankTargetRegion(name)
      const { osDiskImage = '', dataDiskImages = [] } = filled.find((region) => sameRegion(region.name, name)) ?? {}
      const ofDisks = dataDiskImages.filter((image) => luns.includes(image.lun))
      return { ...blank, encryption: { ...blank.encryption, osDiskImage, dataDiskImages: ofDisks } }
    }),
  }
}

/**
 * The sets of a filled matrix that the items get. Its other cells are no part of a campaign: not every version has
 * every region and disk.
 */
export function campaignRegions(
  { targetRegions }: Pick<ImageVersionPlan, 'targetRegions'>,
  items: Campaign['items'],
): Campaign['regions'] {
  const regions = targetRegions.map(({ name, encryption }: TargetRegion) => ({
    name,
    osDiskImage: encryption.osDiskImage,
    dataDiskImages: encryption.dataDiskImages.filter(({ diskEncryptionSetId }) => diskEncryptionSetId !== ''),
  }))
  return usedRegions(regions, items)
}
