import type { CampaignStatement } from '@portal/portal-api'
import { DeletionDialog } from '../../../patterns/deletion/DeletionDialog.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'
import { VersionList } from './VersionList.tsx'

interface Props {
  title: string
  label: string
  /** names of the old versions */
  versions: readonly string[]
  statement: CampaignStatement | undefined
  onConfirm: () => void
  onClose: () => void
}

/**
 * Asks before old versions are deleted: their names, and their number to be typed. Where the portal lets only a second
 * person do it, it says so to the first one, or to everybody while Azure has no record of who that is.
 */
export function DeleteVersions({ title, label, versions, statement, onConfirm, onClose }: Props) {
  const t = useCampaignTexts().replace
  const { needsSecondPerson = false, writes = [] } = statement ?? {}
  const isFirst = writes.some(({ isYou }) => isYou)
  const isPossible = !needsSecondPerson || (writes.length > 0 && !isFirst)
  return (
    <DeletionDialog
      title={title}
      isPossible={isPossible}
      isDeleting={false}
      confirmation={{
        name: String(versions.length),
        label: t.typeCount(versions.length),
        mismatch: t.countMismatch(versions.length),
      }}
      deleteLabel={label}
      closeLabel={t.cancel}
      onDelete={onConfirm}
      onClose={onClose}
    >
      {needsSecondPerson && !isPossible && <Message intent="warning">{isFirst ? t.secondPerson : t.noRecord}</Message>}
      {t.body.delete}
      <VersionList names={versions} />
    </DeletionDialog>
  )
}
