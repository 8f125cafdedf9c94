import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  heading: { margin: 0 },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '4px',
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px', maxWidth: '716px' },
  title: { display: 'flex', alignItems: 'center', columnGap: '4px' },
  description: { color: tokens.colorNeutralForeground2 },
})

interface Props {
  title: string
  /** explains the title, beside it */
  help?: ReactNode
  /** what goes with the whole of it, at the end of its title */
  action?: ReactNode
  /** one sentence */
  description?: ReactNode
  children: ReactNode
}

/** A part of a page or form with its heading, a landmark for screen readers. */
export function Section({ title, help, action, description, children }: Props) {
  const styles = useStyles()
  const headingId = useId()
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.top}>
        <div className={styles.head}>
          <div className={styles.title}>
            <Subtitle2 as="h2" id={headingId} className={styles.heading}>
              {title}
            </Subtitle2>
            {help}
          </div>
          {description && <Text className={styles.description}>{description}</Text>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
