import type { EncryptionVerdict } from '@portal/image-version'
import type { VirtualMachine } from '@portal/portal-api'
import type { EffectiveMachineDisk } from '@portal/virtual-machine'
import { useFormats } from '../../../i18n/formats.ts'
import { SetLink } from '../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'

const looks: Record<EncryptionVerdict, StateLook> = {
  'as-asked': 'done',
  differs: 'failed',
  stored: 'done',
  'platform-key': 'unknown',
}

/** Each disk with the set that Azure applied to it, next to the requested one. */
export function MachineDisks({ machine, disks }: { machine: VirtualMachine; disks: EffectiveMachineDisk[] }) {
  const t = useMachineTexts()
  const { gigabytes } = useFormats()
  const diskName = useDiskName()
  const storageOf = (type = '') => Object.entries(t.storageTypes).find(([known]) => known === type)?.[1] ?? type
  const factsOf = ({ disk }: EffectiveMachineDisk) => machine.disks.find((each) => each.disk === disk)
  return (
    <DataTable
      label={t.page.disks}
      rows={disks}
      rowKey={({ disk }) => String(disk)}
      isMarked={({ verdict }) => verdict === 'differs'}
      columns={[
        { heading: t.page.disk, cell: ({ disk }) => diskName(disk) },
        {
          heading: t.page.size,
          cell: (row) => {
            const size = factsOf(row)?.sizeInGB
            return size === undefined ? t.page.notKnown : gigabytes(size)
          },
        },
        { heading: t.page.storage, cell: (row) => storageOf(factsOf(row)?.storageAccountType) },
        {
          heading: t.page.encryption,
          cell: (row) => {
            const { verdict, asked, stored } = row
            return (
              <Stack gap="XXS" align="start" {...shows(verdict === 'as-asked' ? 'as-requested' : undefined)}>
                <StateLabel look={looks[verdict]}>{t.page.verdicts[verdict]}</StateLabel>
                {stored !== undefined && <SetLink id={stored} />}
                {stored === undefined && verdict !== 'platform-key' && <span>{t.page.platformKey}</span>}
                {verdict === 'differs' && (
                  <span>
                    {t.page.asked}: {asked === undefined ? t.page.platformKey : <SetLink id={asked} />}
                  </span>
                )}
                {factsOf(row)?.usesAzureDiskEncryption && (
                  <StateLabel look="warning">{t.page.azureDiskEncryption}</StateLabel>
                )}
              </Stack>
            )
          },
        },
      ]}
    />
  )
}
