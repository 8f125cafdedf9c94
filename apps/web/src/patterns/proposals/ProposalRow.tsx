import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular, LightbulbRegular } from '@fluentui/react-icons'
import { useId, type KeyboardEvent } from 'react'
import { shows } from '../../ui/marks/shows.ts'
import { useProposalTexts } from '../wizard/texts/use-proposal-texts.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    paddingLeft: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  detail: { color: tokens.colorNeutralForeground3 },
  button: { flexShrink: 0 },
})

interface ProposalRowProps {
  text: string
  detail?: string | undefined
  onApply: () => void
  onRefuse: () => void
}

/** One proposal, which is applied or refused with one click or one key. */
export function ProposalRow({ text, detail, onApply, onRefuse }: ProposalRowProps) {
  const styles = useStyles()
  const t = useProposalTexts()
  const label = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onRefuse()
  }
  return (
    <div className={styles.row} role="group" aria-labelledby={label}>
      <LightbulbRegular className={styles.icon} aria-hidden />
      <span className={styles.words}>
        <Text id={label} weight="semibold">
          {text}
        </Text>
        {detail !== undefined && (
          <Text size={200} className={styles.detail}>
            {detail}
          </Text>
        )}
      </span>
      <Button
        className={styles.button}
        size="small"
        aria-keyshortcuts="Alt+A"
        title="Alt+A"
        onKeyDown={onKeyDown}
        onClick={onApply}
        {...shows('proposal')}
      >
        {t.apply}
      </Button>
      <Button
        className={styles.button}
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.refuse}
        aria-keyshortcuts="Alt+X"
        title={`${t.refuse} (Alt+X)`}
        onKeyDown={onKeyDown}
        onClick={onRefuse}
      />
    </div>
  )
}
