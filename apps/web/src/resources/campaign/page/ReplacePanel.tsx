import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { replaceVersion } from '@portal/portal-api'
import { useState } from 'react'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { labelWithGallery } from '../../../patterns/resource/resource-label.ts'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ItemState } from '../texts/campaign.en.ts'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'
import { DeleteVersions } from './DeleteVersions.tsx'
import type { ItemRow } from './item-rows.ts'
import type { ConfirmedCampaign } from './use-confirmed-campaign.ts'
import { useReplacements, type ReplacementAction } from './use-replacements.ts'
import { VersionList } from './VersionList.tsx'

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
  campaign: ConfirmedCampaign
}

/** Replaces the old versions of those rows whose new version is proven; the user chooses what happens to them. */
export function ReplacePanel({ campaignId, rows, campaign }: ReplacePanelProps) {
  const styles = useStyles()
  const t = useCampaignTexts().replace
  const [action, setAction] = useState<ReplacementAction>('exclude')
  const [confirmation, setConfirmation] = useState<string>()
  const replacements = useReplacements(campaignId, rows, campaign)
  const states = nextStates[action]
  const ready = rows.filter(({ state }) => states.includes(state))
  const close = () => setConfirmation(undefined)
  const replace = () => {
    if (confirmation === undefined) return
    close()
    const replacement = action === 'revoke' ? { action, reason: t.reason } : { action }
    replacements.replace({ items: ready.map(({ index }) => index), replacement, confirmation })
  }
  const dialog = {
    title: t.dialog[action](ready.length),
    label: t.confirm[action],
    versions: ready.map(({ item }) => labelWithGallery(item.predecessorId)),
    onConfirm: replace,
    onClose: close,
  }
  return (
    <Section title={t.title} description={t.description}>
      <Field label={t.action}>
        <RadioGroup
          value={action}
          disabled={replacements.isReplacing}
          onChange={(_, { value }) => setAction(actions.find((each) => each === value) ?? 'exclude')}
        >
          {actions.map((each) => (
            <Radio key={each} value={each} label={t.actions[each]} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.bar}>
        <Button
          disabledFocusable={ready.length === 0 || replacements.isReplacing}
          onClick={() => campaign.afterConfirmation(setConfirmation)}
        >
          {t.button(ready.length)}
        </Button>
        <Text role="status" className={styles.quiet}>
          {replacements.waiting > 0 ? t.waiting(replacements.waiting) : ready.length === 0 ? t.none : ''}
        </Text>
      </div>
      {replacements.error !== null && <ProblemMessage error={replacements.error} />}
      {confirmation !== undefined && action !== 'delete' && (
        <ConfirmDialog
          title={dialog.title}
          onDismiss={close}
          actions={[
            { label: dialog.label, onClick: replace },
            { label: t.cancel, onClick: close },
          ]}
        >
          {t.body[action]}
          <VersionList names={dialog.versions} />
        </ConfirmDialog>
      )}
      {confirmation !== undefined && action === 'delete' && (
        <DeleteVersions {...dialog} statement={campaign.statement.data} />
      )}
    </Section>
  )
}
