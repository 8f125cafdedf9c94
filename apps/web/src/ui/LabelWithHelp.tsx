import { Label, makeStyles, mergeClasses, type LabelProps } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ line: { display: 'flex', alignItems: 'start', columnGap: '2px' } })

/** The label of a field with the help beside it, which is no part of the field's name. */
export function LabelWithHelp({ help, className, ...label }: LabelProps & { help: ReactNode }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.line, className)}>
      <Label {...label} />
      {help}
    </span>
  )
}
