import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  KeyMultipleRegular,
  KeyRegular,
  LockClosedRegular,
  ShieldLockRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import type { VersionEncryption } from '@portal/portal-api'
import { useBrowseTexts } from '../../i18n/galleries/use-browse-texts.ts'
import { IconLabel } from '../../ui/IconLabel.tsx'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  platform: { color: tokens.colorNeutralForeground3 },
  customer: { color: tokens.colorStatusSuccessForeground1 },
  double: { color: tokens.colorStatusSuccessForeground1 },
  confidential: { color: tokens.colorStatusSuccessForeground1 },
  mixed: { color: tokens.colorStatusWarningForeground3 },
})

const icons = {
  platform: LockClosedRegular,
  customer: KeyRegular,
  double: KeyMultipleRegular,
  confidential: ShieldLockRegular,
  mixed: WarningRegular,
}

/** Whose keys encrypt a version: an icon and the word. */
export function EncryptionLabel({ encryption }: { encryption: VersionEncryption }) {
  const styles = useStyles()
  const { encryptions } = useBrowseTexts()
  const Icon = icons[encryption]
  return (
    <IconLabel icon={<Icon className={mergeClasses(styles.icon, styles[encryption])} aria-hidden />}>
      {encryptions[encryption]}
    </IconLabel>
  )
}
