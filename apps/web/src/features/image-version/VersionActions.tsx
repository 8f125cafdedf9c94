import { failedRegions, isSettled } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { DeleteResource } from '../../parts/deletion/DeleteResource.tsx'
import { AzurePortalLink } from '../../parts/resource/AzurePortalLink.tsx'
import { createVirtualMachinePath, nextImageVersionPath, updateImageVersionPath } from '../../paths.ts'
import { RouteButton } from '../../ui/RouteLink.tsx'

interface VersionActionsProps {
  id: string
  /** undefined until Azure has returned it */
  version: ImageVersion | undefined
  /** of its definition */
  parentPath: string
}

/**
 * The actions on a version. Once it is in every region, the primary one is to create a virtual machine; until then none
 * is, and after a failure the repair below is.
 */
export function VersionActions({ id, version, parentPath }: VersionActionsProps) {
  const { imageVersion } = useTexts()
  const t = useImageVersionTexts()
  return (
    <>
      <RouteButton
        href={createVirtualMachinePath(id)}
        appearance={version && isComplete(version) ? 'primary' : 'secondary'}
      >
        {t.createVirtualMachine}
      </RouteButton>
      <RouteButton href={updateImageVersionPath(id)}>{t.updateReplication}</RouteButton>
      <RouteButton href={nextImageVersionPath(id)}>{t.createNextVersion}</RouteButton>
      <DeleteResource id={id} kind="version" parentPath={parentPath} />
      <AzurePortalLink id={id}>{imageVersion.openInAzure}</AzurePortalLink>
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
