import { Field, makeStyles, mergeClasses, type FieldProps } from '@fluentui/react-components'
import { useNarrow } from './use-narrow.ts'

const useStyles = makeStyles({ wide: { gridTemplateColumns: '220px minmax(0, 480px)', columnGap: '16px' } })

/**
 * A labelled field of a form: the label in a column of 220 px, the field beside it up to 480 px wide; stacked in a
 * narrow window. Accepts the props of Fluent's `Field` (label, required, hint, validationMessage …) and one control as
 * child.
 */
export function FormRow({ className, ...props }: FieldProps) {
  const styles = useStyles()
  const narrow = useNarrow()
  return (
    <Field
      {...props}
      orientation={narrow ? 'vertical' : 'horizontal'}
      className={mergeClasses(!narrow && styles.wide, className)}
    />
  )
}
