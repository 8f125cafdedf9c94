import { makeStyles, tokens } from '@fluentui/react-components'
import type { VirtualMachineRow } from '@portal/portal-api'
import { Fragment } from 'react'
import { diskEncryptionSetPath } from '../../../paths.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useDiskTexts } from './use-disk-texts.ts'

const useStyles = makeStyles({
  disks: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

type Disk = VirtualMachineRow['disks'][number]

/** Whose keys encrypt a machine, and below it its disks with their sets: together if all have the same, else each. */
export function MachineEncryption({ machine }: { machine: VirtualMachineRow }) {
  const styles = useStyles()
  const { machines } = useBrowseTexts()
  const diskName = useDiskName()
  const diskTexts = useDiskTexts()
  const { encryption, disks } = machine
  const [first, ...others] = disks
  const areAlike = others.every((disk) => disk.encryption === first?.encryption && keyOf(disk) === keyOf(first))
  return (
    <>
      <EncryptionLabel encryption={encryption} />
      <span className={styles.disks} title={diskTexts(machine).join('\n')}>
        {first && areAlike ? (
          <DiskKey name={machines.disks(disks.length)} disk={first} isAlike />
        ) : (
          disks.map((disk, at) => (
            <Fragment key={disk.disk}>
              {at > 0 && ', '}
              <DiskKey name={diskName(disk.disk)} disk={disk} />
            </Fragment>
          ))
        )}
      </span>
    </>
  )
}

/** A disk with its set or, without one, with whose key encrypts it unless the label above says so. */
function DiskKey({ name, disk, isAlike = false }: { name: string; disk: Disk; isAlike?: boolean }) {
  const { encryptions } = useBrowseTexts()
  const { diskEncryptionSetId: setId, encryption } = disk
  if (setId === undefined) return isAlike ? name : `${name}: ${encryptions[encryption]}`
  return (
    <>
      {name}: <RouteLink href={diskEncryptionSetPath(setId)}>{resourceLabel(setId)}</RouteLink>
    </>
  )
}

function keyOf({ diskEncryptionSetId = '' }: Disk): string {
  return diskEncryptionSetId.toLowerCase()
}
