import { Text } from '@fluentui/react-components'
import type { DeletedVersion } from '@portal/gallery'
import { purgeImageVersion } from '@portal/portal-api'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { DeletionDialog } from '../../../../patterns/deletion/DeletionDialog.tsx'
import { DecodedProblem } from '../../../../patterns/problem/DecodedProblem.tsx'
import { useRecycleBinTexts } from '../../texts/use-recycle-bin-texts.ts'

interface PurgeDialogProps {
  version: DeletedVersion
  /** Azure has started */
  onPurged: () => void
  onClose: () => void
}

/** Asks for the number of a deleted version before it is permanently deleted. */
export function PurgeDialog({ version: { id, name }, onPurged, onClose }: PurgeDialogProps) {
  const t = useRecycleBinTexts()
  const purging = useWrite('purgeVersion', {
    send: () => call(purgeImageVersion, { id }),
    onDone: () => {
      onPurged()
      onClose()
    },
  })
  return (
    <DeletionDialog
      title={t.bin.purgeTitle(name)}
      isPossible
      isDeleting={purging.isPending}
      confirmation={{ name, label: t.bin.typeName(name), mismatch: t.bin.nameDiffers(name) }}
      deleteLabel={t.bin.purge}
      closeLabel={t.cancel}
      onDelete={() => purging.mutate()}
      onClose={onClose}
      problem={purging.isError && <DecodedProblem error={purging.error} />}
    >
      <Text>{t.bin.purgeText}</Text>
    </DeletionDialog>
  )
}
