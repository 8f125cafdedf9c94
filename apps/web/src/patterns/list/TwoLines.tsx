import { makeStyles, Text, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  first: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
  second: { display: 'block', color: tokens.colorNeutralForeground3 },
})

/** Two texts of a cell, the second one below the first. */
export function TwoLines({ first, second }: { first: string; second: string }) {
  const styles = useStyles()
  return (
    <>
      <span className={styles.first}>{first}</span>
      <Text size={200} truncate wrap={false} className={styles.second}>
        {second}
      </Text>
    </>
  )
}
