import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useChangeTexts } from './change-texts.ts'

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxWidth: '716px',
  },
})

interface RequestTextProps {
  intro?: string
  request: string
  /** the button's label; without it, that a request is copied */
  copyLabel?: string
}

/** A ready request to send to someone with the permission that the user lacks. */
export function RequestText({ intro, request, copyLabel }: RequestTextProps) {
  const styles = useStyles()
  const { copyRequest } = useChangeTexts()
  return (
    <Stack gap="S" align="start">
      {intro !== undefined && <Text>{intro}</Text>}
      <Text as="p" size={200} className={styles.text}>
        {request}
      </Text>
      <CopyButton text={request}>{copyLabel ?? copyRequest}</CopyButton>
    </Stack>
  )
}
