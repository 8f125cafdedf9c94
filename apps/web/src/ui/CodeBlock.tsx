import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from './CopyButton.tsx'
import { Stack } from './Stack.tsx'

const useStyles = makeStyles({
  code: {
    boxSizing: 'border-box',
    width: '100%',
    maxHeight: '480px',
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

interface CodeBlockProps {
  code: string
  /** its name for screen readers */
  label: string
  copyLabel: string
}

/** A text for machines, to be read and copied. */
export function CodeBlock({ code, label, copyLabel }: CodeBlockProps) {
  const styles = useStyles()
  return (
    <Stack gap="S" align="start" shrinks>
      <CopyButton text={code}>{copyLabel}</CopyButton>
      {/* Focusable, so that the keyboard can scroll it. */}
      <pre className={styles.code} lang="en" tabIndex={0} role="region" aria-label={label}>
        {code}
      </pre>
    </Stack>
  )
}
