import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import type { DiskEncryptionSetDetails } from '@portal/portal-api'
import { useState } from 'react'
import { useDiskEncryptionSetTexts } from '../../i18n/disk-encryption-sets/use-disk-encryption-set-texts.ts'
import { DeleteSetDialog } from './DeleteSetDialog.tsx'

interface DeleteSetProps {
  details: DiskEncryptionSetDetails
  /** Azure took it on */
  onDeleted: () => void
}

/** Deletes a set. The dialog shows what uses it, or that the user has no permission. */
export function DeleteSet({ details, onDeleted }: DeleteSetProps) {
  const t = useDiskEncryptionSetTexts().delete
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        disabledFocusable={details.set.provisioningState === 'Deleting'}
        onClick={() => setAsking(true)}
      >
        {details.set.provisioningState === 'Deleting' ? t.deleting : t.open}
      </Button>
      {/* Mounted only while it is open: a closed dialog keeps focus traps on the page, which assistive technology
          finds. */}
      {asking && (
        <DeleteSetDialog
          set={details.set}
          mayDelete={details.mayDelete}
          onClose={() => setAsking(false)}
          onDeleted={() => {
            setAsking(false)
            onDeleted()
          }}
        />
      )}
    </>
  )
}
