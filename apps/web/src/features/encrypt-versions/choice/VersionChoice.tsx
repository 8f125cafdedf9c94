import { Button, Checkbox, Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { mostItems } from '@portal/campaign'
import { sameResourceId, tryParseResourceId, type ImageVersionRow } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCampaignTexts } from '../../../i18n/campaign/use-campaign-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { EncryptionLabel } from '../../../parts/resource/EncryptionLabel.tsx'
import { regionDisplayName } from '../../../parts/resource/region-display-name.ts'
import { resourceLabel } from '../../../parts/resource/resource-label.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Section } from '../../../ui/Section.tsx'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  group: { maxWidth: '320px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  // The box adds room of its own, which the cell has already.
  check: { marginBlock: '-8px', marginInlineStart: '-8px' },
})

interface VersionChoiceProps {
  of: { imageDefinitionId: string } | { subscriptionId: string }
  /** IDs */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  onContinue: () => void
}

/** The versions with platform-managed keys on some disk, of which the user chooses those to be created again. */
export function VersionChoice({ of, chosen, onChoose, onContinue }: VersionChoiceProps) {
  const styles = useStyles()
  const t = useCampaignTexts().choose
  const { number, list } = useFormats()
  const { rows: all, total, error, isPending, refetch } = useRows(of)
  const [chosenGroup, chooseGroup] = useState('')
  if (error !== null) return <ProblemMessage error={error} onRetry={refetch} />
  if (isPending) return <LoadingRows rows={6} height={48} />
  if (all.length === 0) return <EmptyState icon={<CheckmarkCircleRegular />} title={t.none} advice={t.noneAdvice} />
  // Whoever may deploy to a group may start a run there: of that group alone.
  const groups = [...new Map(all.map(({ id }) => [groupOf(id).toLowerCase(), groupOf(id)])).values()]
  const group = groups.find((each) => each === chosenGroup) ?? groups[0] ?? ''
  const rows = all.filter(({ id }) => sameResourceId(groupOf(id), group))
  const toggled = (id: string, isOn: boolean) =>
    rows.flatMap((row) => (row.id === id ? (isOn ? [id] : []) : chosen.includes(row.id) ? [row.id] : []))
  return (
    <Section title={t.title} description={t.description}>
      {groups.length > 1 && (
        <Field label={t.group} className={styles.group}>
          <Choice
            value={group}
            options={groups.map((value) => ({ value, label: value }))}
            onChoose={(value) => {
              chooseGroup(value)
              onChoose([])
            }}
          />
        </Field>
      )}
      <div className={styles.bar}>
        <Button appearance="primary" disabledFocusable={chosen.length === 0} onClick={onContinue}>
          {t.continue}
        </Button>
        <Checkbox
          label={t.all}
          checked={chosen.length === rows.length ? true : chosen.length > 0 ? 'mixed' : false}
          onChange={(_, { checked }) => onChoose(checked === true ? rows.map(({ id }) => id) : [])}
        />
        <Text className={styles.quiet} role="status">
          {t.chosen(number(chosen.length), number(rows.length))}
          {total > all.length && ` · ${t.most(number(mostItems))}`}
        </Text>
      </div>
      <DataTable
        label={t.title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: t.version,
            width: '34%',
            cell: ({ id }) => (
              <Checkbox
                className={styles.check}
                label={resourceLabel(id)}
                checked={chosen.includes(id)}
                onChange={(_, { checked }) => onChoose(toggled(id, checked === true))}
              />
            ),
          },
          {
            heading: t.encryption,
            width: '26%',
            cell: ({ encryption }) => <EncryptionLabel encryption={encryption} />,
          },
          { heading: t.regions, cell: ({ targetRegions }) => list(targetRegions.map(regionDisplayName)) },
        ]}
      />
    </Section>
  )
}

function groupOf(id: string): string {
  return tryParseResourceId(id)?.resourceGroupName ?? ''
}

const asked = { sort: 'definition', direction: 'asc', page: 0, size: mostItems } as const

function useRows(of: VersionChoiceProps['of']) {
  const user = useSignedIn()
  const platform = useQuery(imageVersionRowsQuery(user, { ...asked, ...of, encryption: 'platform' }))
  const mixed = useQuery(imageVersionRowsQuery(user, { ...asked, ...of, encryption: 'mixed' }))
  const rows: ImageVersionRow[] = [...(platform.data?.rows ?? []), ...(mixed.data?.rows ?? [])].slice(0, mostItems)
  return {
    rows,
    total: (platform.data?.total ?? 0) + (mixed.data?.total ?? 0),
    error: platform.error ?? mixed.error,
    isPending: platform.isPending || mixed.isPending,
    refetch: () => {
      void platform.refetch()
      void mixed.refetch()
    },
  }
}
