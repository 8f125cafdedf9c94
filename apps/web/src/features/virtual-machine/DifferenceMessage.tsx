import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { EffectiveMachineDisk } from '@portal/image-version'
import { useFormats } from '../../i18n/formats.ts'
import { useMachineTexts } from '../../i18n/machines/use-machine-texts.ts'
import { useDiskName } from '../../parts/resource/use-disk-name.ts'

/** Says above everything else that Azure stored another encryption than was asked for. */
export function DifferenceMessage({ disks }: { disks: EffectiveMachineDisk[] }) {
  const t = useMachineTexts().page
  const { list } = useFormats()
  const diskName = useDiskName()
  const different = disks.filter(({ verdict }) => verdict === 'differs')
  if (different.length === 0) return null
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t.differenceTitle}</MessageBarTitle>
        {t.difference(list(different.map(({ disk }) => diskName(disk))))}
      </MessageBarBody>
    </MessageBar>
  )
}
