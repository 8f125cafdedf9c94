import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '8px',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  },
  label: { display: 'flex', alignItems: 'start', columnGap: '2px', color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', '@media (max-width: 639px)': { marginBottom: '8px' } },
})

/** Facts about one thing: labels, and what explains them, next to their values. */
export function FactList({ facts }: { facts: [label: string, value: ReactNode, help?: ReactNode][] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {facts.map(([label, value, help]) => (
        <Fragment key={label}>
          <dt className={styles.label}>
            {label}
            {help}
          </dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
