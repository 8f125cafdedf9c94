import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Heading } from './Heading.tsx'
import { Panel } from './Panel.tsx'
import { Stack } from './Stack.tsx'

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '4px',
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px', maxWidth: '716px' },
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
    <Stack as="section" gap="L" aria-labelledby={headingId}>
      <div className={styles.top}>
        <div className={styles.head}>
          <Stack row gap="XS" align="center">
            <Heading as="h2" id={headingId}>
              {title}
            </Heading>
            {help}
          </Stack>
          {description && <Text className={styles.description}>{description}</Text>}
        </div>
        {action}
      </div>
      {children}
    </Stack>
  )
}

/** A section on a surface of its own. */
export function PanelSection(section: Props) {
  return (
    <Panel>
      <Section {...section} />
    </Panel>
  )
}
