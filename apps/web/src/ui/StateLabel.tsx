import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  ClockRegular,
  ErrorCircleFilled,
  InfoRegular,
  QuestionCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { IconLabel } from './IconLabel.tsx'

/** The icon of a state; the word next to it names the state. */
export type StateLook = 'done' | 'running' | 'progressing' | 'waiting' | 'warning' | 'failed' | 'unknown' | 'note'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  progressing: { color: tokens.colorBrandForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
  note: { color: tokens.colorNeutralForeground3 },
})

/** A state as an icon and a word, never by color alone. */
export function StateLabel({ look, children }: { look: StateLook; children: ReactNode }) {
  const styles = useStyles()
  return (
    <IconLabel icon={icon(look, mergeClasses(styles.icon, look !== 'running' && styles[look]))}>{children}</IconLabel>
  )
}

function icon(look: StateLook, className: string): ReactNode {
  switch (look) {
    case 'done':
      return <CheckmarkCircleFilled className={className} aria-hidden />
    case 'failed':
      return <ErrorCircleFilled className={className} aria-hidden />
    case 'warning':
      return <WarningFilled className={className} aria-hidden />
    case 'unknown':
      return <QuestionCircleRegular className={className} aria-hidden />
    case 'waiting':
      return <ClockRegular className={className} aria-hidden />
    case 'note':
      return <InfoRegular className={className} aria-hidden />
    // Its progress moves beside it: sixty turning spinners cost more than their table.
    case 'progressing':
      return <ArrowSyncRegular className={className} aria-hidden />
    case 'running':
      return <Spinner size="extra-tiny" aria-hidden />
  }
}
