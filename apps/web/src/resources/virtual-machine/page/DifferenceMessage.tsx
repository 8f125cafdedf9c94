import type { EffectiveMachineDisk } from '@portal/virtual-machine'
import { useFormats } from '../../../i18n/formats.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { Message } from '../../../ui/Message.tsx'
import { useMachineTexts } from '../texts/use-machine-texts.ts'

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
