import type { EffectiveMachineDisk } from '@portal/virtual-machine'
import { useFormats } from '../../i18n/formats.ts'
import { useMachineTexts } from '../../i18n/machines/use-machine-texts.ts'
import { useDiskName } from '../../parts/resource/use-disk-name.ts'
import { Message } from '../../ui/Message.tsx'

/** Says above everything else that Azure applied another encryption than requested. */
export function DifferenceMessage({ disks }: { disks: EffectiveMachineDisk[] }) {
  const t = useMachineTexts().page
  const { list } = useFormats()
  const diskName = useDiskName()
  const different = disks.filter(({ verdict }) => verdict === 'differs')
  if (different.length === 0) return null
  return (
    <Message intent="error" title={t.differenceTitle}>
      {t.difference(list(different.map(({ disk }) => diskName(disk))))}
    </Message>
  )
}
