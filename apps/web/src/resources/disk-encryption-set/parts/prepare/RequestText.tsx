import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { usePreparationTexts } from '../../texts/use-preparation-texts.ts'

const useStyles = makeStyles({
  request: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalS },
  text: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

/** A request that the user sends to someone, to copy. */
export function RequestText({ text }: { text: string }) {
  const styles = useStyles()
  const t = usePreparationTexts().preview
  return (
    <div className={styles.request}>
      <Text as="p" size={200} className={styles.text}>
        {text}
      </Text>
      <CopyButton text={text}>{t.copyRequest}</CopyButton>
    </div>
  )
}
