import { Button } from '@fluentui/react-components'
import type { Repair, VaultRepair } from '@portal/disk-encryption'
import { AzurePortalLink } from '../resource/AzurePortalLink.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { RotationPolicyAction } from './RotationPolicyAction.tsx'
import { VaultRepairAction } from './VaultRepairAction.tsx'

/** A fix in the wizard itself. */
export type WizardRepair = Exclude<Repair, VaultRepair | { action: 'openInPortal' | 'setRotationPolicy' }>

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
    case 'chooseAnotherSet':
    case 'chooseAnotherSource':
    case 'addTargetRegion':
    case 'removeTargetRegion':
    case 'correctField':
    case 'retry':
      return <Button onClick={() => onRepair(repair)}>{t[repair.action]}</Button>
  }
}
