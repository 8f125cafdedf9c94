import type { VaultRepair } from '@portal/disk-encryption'
import { RequestText } from '../resource/RequestText.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'

/** A request to send to someone with permission for a fix that the user can't make. */
export function RepairRequest({ repair }: { repair: VaultRepair }) {
  const t = useWizardTexts().readiness
  const request = t.requests[repair.action]({
    vaultId: repair.vaultId,
    setId: repair.action === 'grantKeyAccess' ? repair.diskEncryptionSetId : '',
  })
  return <RequestText intro={t.requestIntro} request={request} copyLabel={t.copyRequest} />
}
