import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '12px',
    padding: '32px 16px',
    textAlign: 'center',
  },
  icon: { fontSize: '48px', lineHeight: 1, color: tokens.colorNeutralForeground4 },
  title: { margin: 0 },
  advice: { maxWidth: '480px', color: tokens.colorNeutralForeground2 },
})

interface Props {
  icon: ReactNode
  title: string
  /** what to do about it */
  advice?: string
  action?: ReactNode
}

/** Shown instead of a list without entries. */
export function EmptyState({ icon, title, advice, action }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Subtitle2 as="p" className={styles.title}>
        {title}
      </Subtitle2>
      {advice && (
        <Text align="center" className={styles.advice}>
          {advice}
        </Text>
      )}
      {action}
    </div>
  )
}
