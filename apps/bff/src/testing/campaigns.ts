import {
  bestSource,
  type Campaign,
  campaignCandidate,
  campaignConfirmation,
  campaignMatrix,
  campaignRegions,
  campaignSurvey,
  type CampaignSurvey,
  lunsOf,
  regionsOf,
  successorNames,
} from '@portal/campaign'
import { blankTargetRegion, type ImageVersionPlan, definitionIdOf } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { getCampaign, getCampaignStatement } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { SignedIn } from './portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
export const contosoCompute = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
export const ubuntuWeb = `${contosoCompute}/galleries/contosoGallery/images/ubuntu-web`

/** The regions of the versions of these tests, with the start of the names of Contoso's sets there. */
export const setPrefixes: Record<string, string> = {
  westus: 'WestUS',
  eastus2: 'EastUS2',
  westeurope: 'WestEurope',
  northeurope: 'NorthEurope',
  uksouth: 'UKSouth',
}

/** A plan for a version under platform-managed keys, from Contoso's managed image to five regions. */
export function aPlainPlan(name: string, overrides: Partial<ImageVersionPlan> = {}): ImageVersionPlan {
  return aPlan({
    imageDefinitionId: ubuntuWeb,
    name,
    source: { type: 'ManagedImage', id: `${contosoCompute}/images/myImage` },
    encryptionType: 'EncryptionAtRestWithPlatformKey',
    targetRegions: Object.keys(setPrefixes).map(blankTargetRegion),
    ...overrides,
  })
}

/** What the server knows of versions, as the page asks for it. */
export async function surveyOf(user: SignedIn, imageVersionIds: string[]): Promise<CampaignSurvey> {
  return z.parse(campaignSurvey, (await user.send('POST', '/api/campaign-surveys', { imageVersionIds })).body)
}

/** The campaign that the page proposes for a survey, each disk with Contoso's first or second set of the region. */
export function proposedCampaign(survey: CampaignSurvey, { sets = setPrefixes } = {}): Campaign {
  const chosen = survey.versions.flatMap((surveyed) => {
    const definition = survey.definitions.find(({ key }) => key === definitionIdOf(surveyed.version.id).toLowerCase())
    const source = bestSource(campaignCandidate(surveyed, definition))
    return source === undefined ? [] : [{ ...surveyed, source }]
  })
  const names = successorNames(
    survey,
    chosen.map(({ version }) => version.id),
  )
  const matrix = campaignMatrix(chosen, 'EncryptionAtRestWithCustomerKey')
  const setId = (region: string, number: number) =>
    `${contosoCompute}/diskEncryptionSets/${sets[region] ?? ''}DiskEncryptionSet${number}`
  const filled = {
    ...matrix,
    targetRegions: matrix.targetRegions.map((region) => ({
      ...region,
      encryption: {
        osDiskImage: setId(region.name, 1),
        dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId(region.name, 2) }],
        secureVMDiskEncryptionSetId: '',
      },
    })),
  }
  const items = chosen.map(({ version, source }) => ({
    predecessorId: version.id,
    name: names.get(version.id) ?? '',
    source,
    regions: regionsOf(version),
    luns: lunsOf(version),
  }))
  return { encryptionType: 'EncryptionAtRestWithCustomerKey', regions: campaignRegions(filled, items), items }
}

/** What the page sends once the user has confirmed what it shows of a campaign; '' if it can't show it. */
export async function confirmationOf(user: Pick<SignedIn, 'get'>, id: string): Promise<string> {
  const read = async (path: string) => (await user.get(path, { id })).body
  const shown = z.safeParse(getCampaign.response, await read('/api/campaign'))
  const statement = z.safeParse(getCampaignStatement.response, await read('/api/campaign-statement'))
  return shown.data && statement.data ? campaignConfirmation(shown.data.campaign, statement.data.sets) : ''
}
