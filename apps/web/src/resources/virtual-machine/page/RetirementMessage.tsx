import type { VirtualMachine } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { Message } from '../../../ui/Message.tsx'
import { useMachineTexts } from '../texts/use-machine-texts.ts'

/**
 * Says what will happen to disks that are encrypted inside the machine:
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption-migrate
 */
export function RetirementMessage({ machine }: { machine: VirtualMachine }) {
  const t = useMachineTexts().page
  const { list } = useFormats()
  const diskName = useDiskName()
  const retiring = machine.disks.filter(({ usesAzureDiskEncryption }) => usesAzureDiskEncryption)
  if (retiring.length === 0) return null
  return (
    <Message intent="warning" title={t.retirementTitle}>
      {t.retirement(list(retiring.map(({ disk }) => diskName(disk))))}
    </Message>
  )
}
