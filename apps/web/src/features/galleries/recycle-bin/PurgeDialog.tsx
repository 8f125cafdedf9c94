import { Text } from '@fluentui/react-components'
import type { DeletedVersion } from '@portal/gallery'
import { purgeImageVersion } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../api/portal-client.ts'
import { recycleBinKey } from '../../../api/recycle-bin-queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useRecycleBinTexts } from '../../../i18n/galleries/use-recycle-bin-texts.ts'
import { DeletionDialog } from '../../../parts/deletion/DeletionDialog.tsx'
import { DecodedProblem } from '../../../parts/problem/DecodedProblem.tsx'

interface PurgeDialogProps {
  version: DeletedVersion
  /** Azure has started */
  onPurged: () => void
  onClose: () => void
}

/** Asks for the number of a deleted version before it is permanently deleted. */
export function PurgeDialog({ version: { id, name }, onPurged, onClose }: PurgeDialogProps) {
  const t = useRecycleBinTexts()
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const purging = useMutation({
    mutationFn: () => call(purgeImageVersion, { id }),
    onSuccess: () => {
      onPurged()
      onClose()
      return queryClient.invalidateQueries({ queryKey: recycleBinKey(user) })
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
