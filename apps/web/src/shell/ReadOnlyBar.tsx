import { makeStyles, tokens } from '@fluentui/react-components'
import { useReadOnly } from '../api/read-only.ts'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  // Plain elements, because a MessageBar would add 5 kB to everyone's first page.
  bar: {
    flexShrink: 0,
    padding: '8px 24px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '@media (max-width: 639px)': { paddingLeft: '16px', paddingRight: '16px' },
    '@media print': { display: 'none' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '8px' },
})

/** On every page while the operators have set the portal to read-only: reading still works. */
export function ReadOnlyBar() {
  const styles = useStyles()
  const { shell } = useTexts()
  if (!useReadOnly()) return null
  return (
    <div role="status" className={styles.bar}>
      <span className={styles.title}>{shell.readOnly.title}</span>
      {shell.readOnly.text}
    </div>
  )
}
