import { Button, Checkbox, makeStyles } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { mostItems } from '@portal/campaign'
import type { ImageVersionRow, Subscription } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { EncryptionLabel } from '../../../patterns/resource/EncryptionLabel.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { resourceGroupOf, subscriptionNameOf } from '../../../patterns/resource/resource-names.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { PanelSection, Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'

const useStyles = makeStyles({
  scope: { width: '260px', '& > *': { width: '100%' } },
  // The box adds room of its own, which the cell has already.
  check: { marginBlock: '-8px', marginInlineStart: '-8px' },
})

type Of = { imageDefinitionId: string } | { subscriptionId: string | undefined }

interface VersionChoiceProps {
  /** of a definition, of a subscription, or everywhere */
  of: Of
  /** empty until they were read */
  subscriptions: Subscription[]
  /** the choice of a subscription, if it can be of several */
  scope: ReactNode
  /** IDs */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  /** goes on with the chosen ones of one resource group */
  onContinue: (ids: readonly string[]) => void
}

/**
 * The versions with platform-managed keys on some disk, by resource group, of which the user chooses those to be
 * created again. Whoever may deploy to a group may start a run there: of that group alone.
 */
export function VersionChoice({ of, subscriptions, scope, chosen, onChoose, onContinue }: VersionChoiceProps) {
  const styles = useStyles()
  const t = useCampaignTexts().choose
  const { count } = useBrowseTexts()
  const { number } = useFormats()
  const { rows, total, error, isPending, refetch } = useRows(of)
  const groups = [...Map.groupBy(rows, ({ id }) => groupOf(id).toLowerCase()).values()]
  return (
    <Stack gap="L">
      <PanelSection title={t.title} description={groups.length > 1 ? `${t.description} ${t.byGroup}` : t.description}>
        <Stack row="wrap" gap="M" align="center">
          {scope !== undefined && <div className={styles.scope}>{scope}</div>}
          <Quiet role="status">
            {isPending ? '' : count(total, number(total))}
            {total > rows.length && ` · ${t.most(number(mostItems))}`}
          </Quiet>
        </Stack>
        {error !== null && <ProblemMessage error={error} onRetry={refetch} />}
        {isPending && error === null && <LoadingRows rows={6} height={48} />}
        {!isPending && rows.length === 0 && (
          <EmptyState icon={<CheckmarkCircleRegular />} title={t.none} advice={t.noneAdvice} />
        )}
      </PanelSection>
      {groups.map((group) => (
        <Panel key={groupOf(group[0]?.id ?? '')}>
          <Group
            rows={group}
            subscription={subscriptions.length === 0 ? '' : subscriptionNameOf(group[0]?.id ?? '', subscriptions)}
            chosen={chosen}
            onChoose={onChoose}
            onContinue={onContinue}
          />
        </Panel>
      ))}
    </Stack>
  )
}

interface GroupProps extends Pick<VersionChoiceProps, 'chosen' | 'onChoose' | 'onContinue'> {
  rows: ImageVersionRow[]
  /** its name */
  subscription: string
}

/** The versions of a resource group. */
function Group({ rows, subscription, chosen, onChoose, onContinue }: GroupProps) {
  const styles = useStyles()
  const t = useCampaignTexts().choose
  const { number, list } = useFormats()
  const name = resourceGroupOf(rows[0]?.id ?? '')
  const ids = rows.map(({ id }) => id)
  const ofGroup = ids.filter((id) => chosen.includes(id))
  const others = chosen.filter((id) => !ids.includes(id))
  const chooseOfGroup = (wanted: (id: string) => boolean) => onChoose([...others, ...ids.filter(wanted)])
  return (
    <Section title={name} description={subscription}>
      <Stack row="wrap" gap="M" align="center">
        <Button appearance="primary" disabledFocusable={ofGroup.length === 0} onClick={() => onContinue(ofGroup)}>
          {t.continue}
        </Button>
        <Checkbox
          label={t.all}
          checked={ofGroup.length === ids.length ? true : ofGroup.length > 0 ? 'mixed' : false}
          onChange={(_, { checked }) => chooseOfGroup(() => checked === true)}
        />
        <Quiet role="status">{t.chosen(number(ofGroup.length), number(ids.length))}</Quiet>
      </Stack>
      <DataTable
        label={`${t.title}, ${name}`}
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
                onChange={(_, { checked }) =>
                  chooseOfGroup((one) => (one === id ? checked === true : chosen.includes(one)))
                }
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

/** The ID of the resource group that a resource is in: groups of two subscriptions can have the same name. */
function groupOf(id: string): string {
  return id.split('/').slice(0, 5).join('/')
}

const asked = { sort: 'definition', direction: 'asc', page: 0, size: mostItems } as const

function useRows(of: Of) {
  const platform = useRead(imageVersionRowsQuery, { ...asked, ...of, encryption: 'platform' })
  const mixed = useRead(imageVersionRowsQuery, { ...asked, ...of, encryption: 'mixed' })
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
