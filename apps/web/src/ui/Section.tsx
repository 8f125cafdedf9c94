import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  heading: { margin: 0 },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px', maxWidth: '716px' },
  description: { color: tokens.colorNeutralForeground2 },
})

interface Props {
  title: string
  /** one sentence */
  description?: ReactNode
  children: ReactNode
}

/** A part of a page or form with its heading, a landmark for screen readers. */
export function Section({ title, description, children }: Props) {
  const styles = useStyles()
  const headingId = useId()
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {title}
        </Subtitle2>
        {description && <Text className={styles.description}>{description}</Text>}
      </div>
      {children}
    </section>
  )
}
