import { Button, Spinner, Text } from '@fluentui/react-components'
import {
  days,
  newKeyRotation,
  partOfResource,
  type Preparation,
  type PreparedPart,
  regionDisplayName,
  roleWrite,
  accessRequestCommand,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import type { PreparationPreview } from '@portal/portal-api'
import { preparationPreviewQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { RequestText } from '../../../../patterns/change/RequestText.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'

interface PreviewStepProps {
  inventory: Inventory
  preparation: Preparation
  isStarting: boolean
  /** `takenVaultNames`: those in use, according to Azure */
  onBack: (takenVaultNames: string[]) => void
  onChange: (preparation: Preparation) => void
  onCreate: () => void
}

/** Azure's what-if result, or what prevents it; nothing is created yet. */
export function PreviewStep({ inventory, preparation, isStarting, onBack, onChange, onCreate }: PreviewStepProps) {
  const t = usePreparationTexts()
  const preview = useRead(preparationPreviewQuery, preparation)
  const { data } = preview
  const rotation = newKeyRotation(preparation)
  const { calendarDuration } = useFormats()
  const inDays = (count: number) => calendarDuration(days(count))
  const missing = data?.missingActions ?? []
  const taken = data?.takenVaultNames ?? []
  const canCreate = data !== undefined && missing.length === 0 && taken.length === 0

  return (
    <Stack gap="L">
      {preview.isFetching && <Spinner size="small" label={t.preview.asking} />}
      {preview.error !== null && <ProblemMessage error={preview.error} onRetry={() => void preview.refetch()} />}
      {missing.length > 0 && (
        <>
          <Message
            intent="warning"
            title={t.preview.missingTitle}
            actions={
              missing.includes(roleWrite) && (
                <Button onClick={() => onChange(withAccessPolicies(preparation))}>{t.preview.useAccessPolicies}</Button>
              )
            }
          >
            {t.preview.missing(missing.join(', '))}
          </Message>
          {missing.includes(roleWrite) && <AccessRequest preparation={preparation} />}
        </>
      )}
      {taken.length > 0 && (
        <Message intent="error" title={taken.join(', ')}>
          {t.issues.KeyVaultNameTaken}
        </Message>
      )}
      {canCreate && (
        <>
          <Text role="status">{t.preview.nothingYet}</Text>
          <DataTable
            label={t.steps.preview}
            rows={rowsOf(data.changes, { preparation, inventory })}
            rowKey={({ resourceId }) => resourceId}
            columns={[
              {
                heading: t.preview.resource,
                cell: ({ name, part }) => (
                  <>
                    {part ? `${t.parts[part]} ${name}` : name}
                    {part === 'key' && rotation && (
                      <Text block size={200}>
                        {t.preview.rotates(inDays(rotation.rotateAfter), inDays(rotation.expireAfter))}
                      </Text>
                    )}
                  </>
                ),
              },
              { heading: t.preview.region, cell: ({ region }) => region },
              { heading: t.preview.change, cell: ({ changeType }) => t.preview.changes[changeType] },
            ]}
          />
        </>
      )}
      <CodeDisclosure>
        <Code preparation={preparation} />
      </CodeDisclosure>
      <Stack row="wrap" gap="S">
        <Button appearance="primary" disabledFocusable={!canCreate || isStarting} onClick={onCreate}>
          {t.preview.create(preparation.regions.length)}
        </Button>
        <Button onClick={() => onBack(taken)}>{t.preview.back}</Button>
      </Stack>
    </Stack>
  )
}

type Change = PreparationPreview['changes'][number]

interface Row extends Change {
  part: PreparedPart | undefined
  /** of the resource; '' for a grant, which has none to show */
  name: string
  region: string
}

function rowsOf(changes: Change[], asked: { preparation: Preparation; inventory: Inventory }): Row[] {
  return changes.map((change) => {
    const found = partOfResource(asked.preparation, change.resourceId)
    return {
      ...change,
      part: found?.part,
      name: found?.part === 'grant' ? '' : (change.resourceId.split('/').at(-1) ?? ''),
      region: found === undefined ? '' : regionDisplayName(asked.inventory, found.region.location),
    }
  })
}

function withAccessPolicies(preparation: Preparation): Preparation {
  const regions = preparation.regions.map((region) =>
    region.vault.isNew ? { ...region, vault: { ...region.vault, permissionModel: 'AccessPolicies' as const } } : region,
  )
  return { ...preparation, regions }
}

/** A request to send to someone who can grant the user permission to assign roles. */
function AccessRequest({ preparation }: { preparation: Preparation }) {
  const t = usePreparationTexts().preview
  const { account } = useSignedIn()
  return (
    <Stack gap="S">
      <Heading as="h3">{t.requestTitle}</Heading>
      <RequestText request={t.request(accessRequestCommand(preparation, account.username))} />
    </Stack>
  )
}
