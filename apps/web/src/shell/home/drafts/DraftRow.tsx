import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import type { AccountDraft } from '../../../drafts/account-drafts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { useHomeTexts } from '../texts/use-home-texts.ts'
import { TileRow } from '../tiles/TileRow.tsx'
import { draftName, draftPath } from './draft-place.ts'

const useStyles = makeStyles({
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
})

interface DraftRowProps {
  draft: AccountDraft
  /** in ms, by the browser's clock */
  now: number
  onDiscard: () => void
}

/** A draft: what it is, since when, and how to go on with it. */
export function DraftRow({ draft, now, onDiscard }: DraftRowProps) {
  const styles = useStyles()
  const { drafts: t } = useHomeTexts()
  const { ago } = useFormats()
  const name = draftName(draft) || t.unnamed
  return (
    <TileRow
      icon={<EditRegular className={styles.icon} aria-hidden />}
      href={draftPath(draft)}
      name={name}
      detail={`${t.kinds[draft.kind]} · ${t.changed(ago(now - Date.parse(draft.changedAt)))}`}
      end={
        <span className={styles.actions}>
          <RouteButton href={draftPath(draft)} aria-label={t.continueNamed(name)}>
            {t.continue}
          </RouteButton>
          <Button appearance="subtle" icon={<DeleteRegular />} aria-label={t.discardNamed(name)} onClick={onDiscard} />
        </span>
      }
    />
  )
}
