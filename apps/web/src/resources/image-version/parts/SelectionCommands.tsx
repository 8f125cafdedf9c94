import { Button, makeStyles } from '@fluentui/react-components'
import {
  AddCircleRegular,
  CodeRegular,
  DeleteRegular,
  LockClosedRegular,
  ProhibitedRegular,
  ShieldKeyholeRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import { mostItems } from '@portal/campaign'
import { tryParseResourceId, type ImageVersionRow } from '@portal/portal-api'
import { mostCleanedUp, type RetentionAction } from '@portal/version-update'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useFormats } from '../../../i18n/formats.ts'
import { cleanUpVersionsPath, encryptVersionsPath } from '../../../paths.ts'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { useCleanUpTexts } from '../texts/clean-up-texts.ts'

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((part) => ({ default: part.ExportDialog })))

const useStyles = makeStyles({ oneLine: { whiteSpace: 'nowrap' } })

const mostExported = 20

/** What can be done with several versions at once, each after a preview of what would be sent. */
export function SelectionCommands({ rows }: { rows: readonly ImageVersionRow[] }) {
  const styles = useStyles()
  const t = useCleanUpTexts().selected
  const { number } = useFormats()
  const [, navigate] = useLocation()
  const [isExporting, setExporting] = useState(false)
  const versions = rows.map(({ id }) => id)
  const parsed = versions.flatMap((id) => tryParseResourceId(id) ?? [])
  const galleries = new Map(parsed.map((id) => [galleryOf(id).id.toLowerCase(), galleryOf(id).id]))
  const groups = new Set(parsed.map((id) => `${id.subscriptionId}/${id.resourceGroupName}`.toLowerCase()))
  const [galleryId = ''] = galleries.values()
  const [first] = parsed
  const subscriptions = new Set(parsed.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
  const upTo = (most: number) => (versions.length > most ? t.atMost(number(most)) : undefined)
  const whyNot = subscriptions.size > 1 ? t.oneSubscription : upTo(mostCleanedUp)
  const act = (action: RetentionAction) => () =>
    navigate(
      galleries.size > 1 && first
        ? cleanUpVersionsPath({ subscription: first.subscriptionId })
        : cleanUpVersionsPath(galleryId),
      { state: { versions, action } },
    )
  const encrypt = () =>
    first && navigate(encryptVersionsPath({ subscription: first.subscriptionId }), { state: { versions } })
  return (
    <>
      <Button
        icon={<DeleteRegular />}
        className={styles.oneLine}
        disabledFocusable={whyNot !== undefined}
        title={whyNot}
        onClick={act('delete')}
      >
        {t.commands.delete}
      </Button>
      <MoreMenu
        actions={[
          { name: t.commands.exclude, icon: SubtractCircleRegular, onSelect: act('exclude'), whyNot },
          { name: t.commands.include, icon: AddCircleRegular, onSelect: act('include'), whyNot },
          { name: t.commands.revoke, icon: ProhibitedRegular, onSelect: act('revoke'), whyNot },
          { name: t.commands.lock, icon: LockClosedRegular, onSelect: act('lock'), whyNot },
          {
            name: t.encrypt,
            icon: ShieldKeyholeRegular,
            onSelect: encrypt,
            whyNot: groups.size > 1 ? t.oneGroup : upTo(mostItems),
          },
          { name: t.export, icon: CodeRegular, onSelect: () => setExporting(true), whyNot: upTo(mostExported) },
        ]}
      />
      {isExporting && (
        <Suspense fallback={null}>
          <ExportDialog versionIds={versions} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </>
  )
}
