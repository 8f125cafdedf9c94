import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  footer: {
    position: 'sticky',
    // above the card of the demo's tour, in a narrow window
    bottom: 'var(--foot, 0px)',
    // At 400 % it would cover most of the form.
    '@media (max-height: 400px)': { position: 'static' },
    '@media print': { display: 'none' },
    // above the headings of the matrix
    zIndex: 3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    // Over the room below a page, so that it is at the same place under a short form as under a long one.
    marginBottom: '-32px',
    marginTop: 'auto',
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: 0,
      top: '100%',
      height: 'var(--foot, 0px)',
      backgroundColor: tokens.colorNeutralBackground2,
    },
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, ':empty': { marginLeft: 0 } },
})

interface FormFooterProps {
  /** the progress of the form, in a few words */
  summary: string
  /** what opens above the buttons */
  details?: ReactNode
  /** its buttons */
  children: ReactNode
}

/** The buttons of a long form, always in view. */
export function FormFooter({ summary, details, children }: FormFooterProps) {
  const styles = useStyles()
  return (
    <div className={styles.footer}>
      {details}
      {children}
      <Text className={styles.summary} role="status">
        {summary}
      </Text>
    </div>
  )
}
