import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from './CopyButton.tsx'

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
  },
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
    <div className={styles.block}>
      <CopyButton text={code}>{copyLabel}</CopyButton>
      {/* Focusable, so that the keyboard can scroll it. */}
      <pre className={styles.code} lang="en" tabIndex={0} role="region" aria-label={label}>
        {code}
      </pre>
    </div>
  )
}
