import { Button } from '@fluentui/react-components'
import { rotationPolicyCommand } from '@portal/code'
import { type Repair, type VaultRepair, proposedRotation } from '@portal/disk-encryption'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { keyVaultPermissionsQuery } from '../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { cleanUpVersionsPath } from '../../paths.ts'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { RequestText } from '../change/RequestText.tsx'
import { AzurePortalLink } from '../resource/AzurePortalLink.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { VaultRepairAction } from './VaultRepairAction.tsx'

/** A fix in the wizard itself. */
export type WizardRepair = Exclude<
  Repair,
  VaultRepair | { action: 'openInPortal' | 'setRotationPolicy' | 'cleanUpVersions' }
>

interface RepairActionProps {
  repair: Repair
  onRepair: (repair: WizardRepair) => void
  /** a key vault was fixed */
  onMended: () => void
}

/** The fix of a finding or an error, as one button or link. */
export function RepairAction({ repair, onRepair, onMended }: RepairActionProps) {
  const t = useWizardTexts().readiness.repairs
  switch (repair.action) {
    case 'grantKeyAccess':
    case 'enablePurgeProtection':
    case 'allowTrustedServices':
      return <VaultRepairAction repair={repair} onMended={onMended} />
    case 'setRotationPolicy':
      return <RotationPolicyAction repair={repair} />
    case 'openInPortal':
      return <AzurePortalLink id={repair.resourceId}>{t.openInPortal}</AzurePortalLink>
    case 'cleanUpVersions':
      return <RouteButton href={cleanUpVersionsPath(repair.galleryId)}>{t.cleanUpVersions}</RouteButton>
    case 'chooseAnotherSet':
    case 'chooseAnotherSource':
    case 'addTargetRegion':
    case 'removeTargetRegion':
    case 'correctField':
    case 'retry':
      return <Button onClick={() => onRepair(repair)}>{t[repair.action]}</Button>
  }
}

interface RotationPolicyActionProps {
  repair: Extract<Repair, { action: 'setRotationPolicy' }>
}

/**
 * How a key gets a rotation policy: with a command or in the Azure portal, because only the vault itself accepts it, or
 * by someone with permission. If the permissions are unknown, Azure decides.
 */
function RotationPolicyAction({ repair: { vaultId, keyName } }: RotationPolicyActionProps) {
  const t = useWizardTexts().readiness
  const permissions = useRead(keyVaultPermissionsQuery, { vaultId })
  const parsed = tryParseResourceId(vaultId)
  const vault = parsed === undefined ? vaultId : resourceNameOf(parsed)
  const command = rotationPolicyCommand({ vaultName: vault, keyName }, proposedRotation)
  if (permissions.data?.setRotationPolicy === 'forbidden') {
    const request = t.rotation.request({ keyId: `${vaultId}/keys/${keyName}`, command })
    return <RequestText intro={t.requestIntro} request={request} />
  }
  return (
    <Stack gap="S" align="start">
      <RequestText intro={t.rotation.intro} request={command} copyLabel={t.rotation.copy} />
      <AzurePortalLink id={vaultId}>{t.repairs.openInPortal}</AzurePortalLink>
    </Stack>
  )
}
