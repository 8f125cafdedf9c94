import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { regionDisplayName } from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import type { StoredImageVersionAnswer } from '@portal/portal-api'
import { rebasedChange, versionDifferences } from '@portal/version-update'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBottom: '8px',
    minWidth: 0,
  },
})

interface ConflictMessageProps {
  draft: UpdateDraft
  latest: StoredImageVersionAnswer
  inventory: Inventory
  onRebase: () => void
  onStartOver: () => void
}

/** Someone else changed the version first: their changes, and how to continue without undoing them. */
export function ConflictMessage({ draft, latest, inventory, onRebase, onStartOver }: ConflictMessageProps) {
  const styles = useStyles()
  const t = useUpdateTexts().changed
  const { list } = useFormats()
  const { dropped } = rebasedChange(draft.change, latest.version)
  return (
    <Message
      intent="warning"
      politeness="assertive"
      title={t.title}
      body={{ className: styles.body }}
      actions={
        <>
          <Button appearance="primary" onClick={onRebase}>
            {t.rebase}
          </Button>
          <Button onClick={onStartOver}>{t.startOver}</Button>
        </>
      }
    >
      <Text>{t.text}</Text>
      <DataTable
        label={t.title}
        rows={versionDifferences(draft.base.version, latest.version)}
        rowKey={({ field }) => field}
        columns={[
          { heading: t.field, cell: ({ field }) => field },
          { heading: t.before, cell: ({ before }) => before || t.nothing },
          { heading: t.after, cell: ({ after }) => after || t.nothing },
        ]}
      />
      {dropped.length > 0 && (
        <Text>{t.fallsAway(list(dropped.map((name) => regionDisplayName(inventory, name))))}</Text>
      )}
    </Message>
  )
}
