import { useState } from 'react'
import { discardedUnlessOpen, type AccountDraft } from '../../../drafts/account-drafts.ts'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { useHomeTexts } from '../home-texts.ts'
import { draftName } from './draft-place.ts'

/** Asks before a draft is discarded; says so if another tab is working on it. */
export function DiscardQuestion({ draft, onClose }: { draft: AccountDraft; onClose: () => void }) {
  const { drafts: t } = useHomeTexts()
  const [isOpenElsewhere, setOpenElsewhere] = useState(false)
  const name = draftName(draft) || t.unnamed
  const discard = async () => {
    if (await discardedUnlessOpen(draft)) onClose()
    else setOpenElsewhere(true)
  }
  if (isOpenElsewhere)
    return (
      <ConfirmDialog
        key="elsewhere"
        title={t.elsewhere.title}
        actions={[{ label: t.elsewhere.close, onClick: onClose }]}
        onDismiss={onClose}
      >
        {t.elsewhere.text}
      </ConfirmDialog>
    )
  return (
    <ConfirmDialog
      key="question"
      title={t.question.title(name)}
      actions={[
        { label: t.question.keep, onClick: onClose },
        { label: t.question.discard, onClick: () => void discard() },
      ]}
      onDismiss={onClose}
    >
      {t.question.text}
    </ConfirmDialog>
  )
}
