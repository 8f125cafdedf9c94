import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  KeyMultipleRegular,
  KeyRegular,
  LockClosedRegular,
  QuestionCircleRegular,
  ShieldLockRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import type { MachineEncryption, VersionEncryption } from '@portal/portal-api'
import { IconLabel } from '../../ui/IconLabel.tsx'
import { useBrowseTexts } from '../list/texts/browse-texts.ts'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  platform: { color: tokens.colorNeutralForeground3 },
  customer: { color: tokens.colorStatusSuccessForeground1 },
  double: { color: tokens.colorStatusSuccessForeground1 },
  confidential: { color: tokens.colorStatusSuccessForeground1 },
  mixed: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
})

const icons = {
  platform: LockClosedRegular,
  customer: KeyRegular,
  double: KeyMultipleRegular,
  confidential: ShieldLockRegular,
  mixed: WarningRegular,
  unknown: QuestionCircleRegular,
}

/** Whose keys encrypt a version or a machine: an icon and the word. */
export function EncryptionLabel({ encryption }: { encryption: VersionEncryption | MachineEncryption }) {
  const styles = useStyles()
  const { encryptions } = useBrowseTexts()
  const Icon = icons[encryption]
  return (
    <IconLabel icon={<Icon className={mergeClasses(styles.icon, styles[encryption])} aria-hidden />}>
      {encryptions[encryption]}
    </IconLabel>
  )
}
