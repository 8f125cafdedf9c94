import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useReadOnly } from '../api/read-only.ts'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  bar: { borderRadius: 0, flexShrink: 0 },
})

/** On every page while the operators have set the portal to read-only: reading still works. */
export function ReadOnlyBar() {
  const styles = useStyles()
  const { shell } = useTexts()
  if (!useReadOnly()) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{shell.readOnly.title}</MessageBarTitle>
        {shell.readOnly.text}
      </MessageBarBody>
    </MessageBar>
  )
}
