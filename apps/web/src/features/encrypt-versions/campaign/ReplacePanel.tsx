import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { replaceVersion } from '@portal/portal-api'
import { useState } from 'react'
import type { ItemState } from '../../../i18n/campaign/campaign.en.ts'
import { useCampaignTexts } from '../../../i18n/campaign/use-campaign-texts.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ItemRow } from './item-rows.ts'
import { useReplacements, type ReplacementAction } from './use-replacements.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
})

// What has been excluded can still be revoked, and then deleted.
const nextStates: Record<ReplacementAction, ItemState[]> = {
  exclude: ['Proven'],
  revoke: ['Proven', 'Replaced'],
  delete: ['Proven', 'Replaced', 'Revoked'],
}

const actions = replaceVersion.request.shape.action.options

interface ReplacePanelProps {
  campaignId: string
  rows: ItemRow[]
}

/** Replaces the old versions of those rows whose new version is proven; the user chooses what happens to them. */
export function ReplacePanel({ campaignId, rows }: ReplacePanelProps) {
  const styles = useStyles()
  const t = useCampaignTexts().replace
  const [action, setAction] = useState<ReplacementAction>('exclude')
  const [isAsking, ask] = useState(false)
  const replacements = useReplacements(campaignId, rows)
  const states = nextStates[action]
  const ready = rows.filter(({ state }) => states.includes(state)).map(({ index }) => index)
  const confirm = () => {
    ask(false)
    replacements.replace(ready, action === 'revoke' ? { action, reason: t.reason } : { action })
  }
  return (
    <Section title={t.title} description={t.description}>
      <RadioGroup
        aria-label={t.action}
        value={action}
        disabled={replacements.isReplacing}
        onChange={(_, { value }) => setAction(actions.find((each) => each === value) ?? 'exclude')}
      >
        {actions.map((each) => (
          <Radio key={each} value={each} label={t.actions[each]} />
        ))}
      </RadioGroup>
      <div className={styles.bar}>
        <Button disabledFocusable={ready.length === 0 || replacements.isReplacing} onClick={() => ask(true)}>
          {t.button(ready.length)}
        </Button>
        <Text role="status" className={styles.quiet}>
          {replacements.waiting > 0 ? t.waiting(replacements.waiting) : ready.length === 0 ? t.none : ''}
        </Text>
      </div>
      {replacements.error !== null && <ProblemMessage error={replacements.error} />}
      {isAsking && (
        <ConfirmDialog
          title={t.dialog[action](ready.length)}
          onDismiss={() => ask(false)}
          actions={[
            { label: t.confirm[action], onClick: confirm },
            { label: t.cancel, onClick: () => ask(false) },
          ]}
        >
          {t.body[action]}
        </ConfirmDialog>
      )}
    </Section>
  )
}
