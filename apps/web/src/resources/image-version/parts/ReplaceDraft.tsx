import type { ImageVersionDraft } from '../../../drafts/image-version-drafts.ts'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { useImportPlanTexts } from '../create/start/import-plan-texts.ts'

interface Props {
  /** the one that would be lost */
  draft: ImageVersionDraft
  onKeep: () => void
  onReplace: () => void
  /** left without an answer */
  onDismiss: () => void
}

/** Asks before an imported plan replaces a draft. */
export function ReplaceDraft({ draft, onKeep, onReplace, onDismiss }: Props) {
  const t = useImportPlanTexts().replace
  return (
    <ConfirmDialog
      title={t.title}
      actions={[
        { label: t.keep, onClick: onKeep },
        { label: t.replace, onClick: onReplace },
      ]}
      onDismiss={onDismiss}
    >
      {draft.plan.name === '' ? t.body : t.bodyNamed(draft.plan.name)}
    </ConfirmDialog>
  )
}
