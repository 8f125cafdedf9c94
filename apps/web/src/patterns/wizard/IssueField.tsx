import { Field, type LabelProps } from '@fluentui/react-components'
import { isAtOrBelow, isBlocking, type Issue, type IssuePath } from '@portal/image-version'
import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { afterClick } from '../../ui/after-click.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { LabelWithHelp } from '../../ui/LabelWithHelp.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { fieldAttribute } from '../code/focused-field.ts'

interface IssueFieldProps {
  /** the plan's field: its issues, and those below it, are shown here */
  path: IssuePath
  issues: Issue[]
  onLeave: (path: IssuePath) => void
  children: ReactElement
  label?: string
  /** explains the label, beside it */
  help?: ReactNode
  hint?: string | undefined
  /** beside the control */
  beside?: ReactNode
  required?: boolean
  /** label above the control instead of beside it: for fields inside a grid */
  stacked?: boolean
}

/** A field of a form: label, control, hint, and the issues of its path. */
export function IssueField({
  path,
  issues,
  onLeave,
  children,
  beside,
  stacked = false,
  label,
  help,
  hint,
  required = false,
}: IssueFieldProps) {
  const codeText = useCodeText()
  const own = issues.filter((issue) => isAtOrBelow(issue.path, path))
  const labelWithHelp = (_: unknown, props: LabelProps) => (
    <LabelWithHelp {...props} help={help}>
      {label}
    </LabelWithHelp>
  )
  const Row = stacked ? Field : FormRow
  return (
    <Row
      {...fieldAttribute(path)}
      label={help === undefined ? (label ?? null) : { children: labelWithHelp }}
      hint={hint ?? null}
      required={required}
      onBlur={() => afterClick(() => onLeave(path))}
      validationState={own.length === 0 ? 'none' : own.some(isBlocking) ? 'error' : 'warning'}
      validationMessage={own.length === 0 ? null : own.map(codeText).join(' ')}
    >
      {beside === undefined
        ? children
        : (control) => (
            <Stack row="wrap" gap="S" align="center">
              {cloneElement(children, { ...control })}
              {beside}
            </Stack>
          )}
    </Row>
  )
}
