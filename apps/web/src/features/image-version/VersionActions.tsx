import { failedRegions, isSettled } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { useLatestTexts } from '../../i18n/image-versions/use-latest-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { DeleteResource } from '../../parts/deletion/DeleteResource.tsx'
import { LatestButton } from '../../parts/latest/LatestButton.tsx'
import { AzurePortalLink } from '../../parts/resource/AzurePortalLink.tsx'
import {
  createVirtualMachinePath,
  imageDefinitionPath,
  nextImageVersionPath,
  testMachinePath,
  updateImageVersionPath,
} from '../../paths.ts'
import { shows } from '../../ui/marks/shows.ts'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { RepairButton } from './repair/RepairButton.tsx'
import { useRepairableRegions } from './repair/use-repairable-regions.ts'
import { RevokeAction } from './revocation/RevokeAction.tsx'

interface VersionActionsProps {
  id: string
  /** undefined until Azure has returned it */
  version: ImageVersion | undefined
  /** of its definition */
  definitionId: string
}

/**
 * The actions on a version. Once it is in every region, the primary one is to create a virtual machine; until then none
 * is, and after a failure it is the repair.
 */
export function VersionActions({ id, version, definitionId }: VersionActionsProps) {
  const { imageVersion } = useTexts()
  const t = useImageVersionTexts()
  return (
    <>
      {version && <Repair version={version} />}
      {version && <Promote version={version} imageDefinitionId={definitionId} />}
      <RouteButton
        href={createVirtualMachinePath(id)}
        appearance={version && isComplete(version) ? 'primary' : 'secondary'}
      >
        {t.createVirtualMachine}
      </RouteButton>
      <RouteButton href={updateImageVersionPath(id)}>{t.updateReplication}</RouteButton>
      <RevokeAction id={id} isRevoked={version?.revocation !== undefined} />
      <RouteButton href={nextImageVersionPath(id)} {...shows('next-version')}>
        {t.createNextVersion}
      </RouteButton>
      <DeleteResource id={id} kind="version" parentPath={imageDefinitionPath(definitionId)} />
      <AzurePortalLink id={id}>{imageVersion.openInAzure}</AzurePortalLink>
    </>
  )
}

/** Of every failed region that can be repaired; each has its own button beside its reason. */
function Repair({ version }: { version: ImageVersion }) {
  const t = useImageVersionTexts().repair
  const regions = useRepairableRegions(version)
  if (regions.length === 0) return null
  return (
    <RepairButton id={version.id} regions={regions} appearance="primary">
      {t.open}
    </RepairButton>
  )
}

/** Of a version that is excluded from latest somewhere, once it is in every region; a revoked one isn't promoted. */
function Promote({ version, imageDefinitionId }: { version: ImageVersion; imageDefinitionId: string }) {
  const t = useLatestTexts()
  const { id, excludeFromLatest, revocation, targetRegions } = version
  const isExcluded = excludeFromLatest || targetRegions.some((region) => region.excludeFromLatest)
  if (!isExcluded || revocation !== undefined || !isComplete(version)) return null
  return (
    <>
      <LatestButton kind="Promotion" imageDefinitionId={imageDefinitionId} imageVersionId={id}>
        {t.promote}
      </LatestButton>
      <RouteButton href={testMachinePath(id)}>{t.testMachine}</RouteButton>
    </>
  )
}

function isComplete({ provisioningState, targetRegions }: ImageVersion): boolean {
  return (
    provisioningState === 'Succeeded' &&
    isSettled(provisioningState, targetRegions) &&
    failedRegions(targetRegions).length === 0
  )
}
