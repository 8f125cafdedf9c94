import { Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import { regionDisplayName } from '@portal/disk-encryption'
import {
  diskEncryptionSetOf,
  type ImageVersionPlan,
  replicaCountOf,
  storageOf,
  type TargetRegion,
} from '@portal/image-version'
import type { ReactNode } from 'react'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useUpdateTexts } from '../../texts/update-texts.ts'
import type { UpdateSectionProps } from '../update-section-props.ts'
import { CountInput } from './CountInput.tsx'

const useStyles = makeStyles({
  removed: { textDecorationLine: 'line-through' },
  warning: { color: tokens.colorStatusWarningForeground3 },
  locked: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS },
  lock: { flexShrink: 0, height: '20px' },
})

/** The regions of a version: what can be changed, and what can't. */
export function ExistingRegions({ before, draft, inventory, issues, onEdit, onLeave }: UpdateSectionProps) {
  const styles = useStyles()
  const t = useUpdateTexts().regions
  const { replication } = useWizardTexts().wizard
  const { changedRegions, removedRegions } = draft.change
  const nameOf = (region: TargetRegion) => regionDisplayName(inventory, region.name)
  const isRemoved = ({ name }: TargetRegion) => removedRegions.includes(name)
  const changeOf = ({ name }: TargetRegion) => changedRegions.find((changed) => changed.name === name)
  return (
    <Section title={t.heading} description={t.intro}>
      <DataTable
        label={t.heading}
        rows={before.targetRegions}
        rowKey={({ name }) => name}
        columns={[
          {
            heading: t.region,
            cell: (region) => (
              <Stack as="span">
                <span className={mergeClasses(isRemoved(region) && styles.removed)}>{nameOf(region)}</span>
                {region.name === before.location && <Quiet size={200}>{t.home}</Quiet>}
                {isRemoved(region) && (
                  <Text size={200} className={styles.warning}>
                    {t.removed}
                  </Text>
                )}
              </Stack>
            ),
          },
          {
            heading: t.replicas,
            width: '112px',
            cell: (region) => {
              const stored = replicaCountOf(before, region) ?? 1
              if (isRemoved(region)) return stored
              const index = changedRegions.findIndex(({ name }) => name === region.name)
              return (
                <IssueField
                  stacked
                  path={index < 0 ? ['changedRegions', region.name] : ['changedRegions', index]}
                  issues={issues}
                  onLeave={onLeave}
                >
                  <CountInput
                    aria-label={t.replicasIn(nameOf(region))}
                    stored={stored}
                    value={changeOf(region)?.regionalReplicaCount ?? null}
                    onChange={(regionalReplicaCount) =>
                      onEdit({ type: 'changeRegion', name: region.name, change: { regionalReplicaCount } })
                    }
                  />
                </IssueField>
              )
            },
          },
          {
            heading: t.storage,
            cell: (region) => <Locked>{replication.storageTypes[storageOf(before, region)]}</Locked>,
          },
          { heading: t.encryption, cell: (region) => <Locked>{encryptionText(before, region, t)}</Locked> },
          {
            heading: t.exclude,
            cell: (region) => (
              <Checkbox
                aria-label={t.excludeIn(nameOf(region))}
                disabled={isRemoved(region)}
                checked={changeOf(region)?.excludeFromLatest ?? region.excludeFromLatest}
                onChange={(_, { checked }) =>
                  onEdit({
                    type: 'changeRegion',
                    name: region.name,
                    change: { excludeFromLatest: checked === region.excludeFromLatest ? null : checked === true },
                  })
                }
              />
            ),
          },
          {
            heading: t.action,
            width: '112px',
            cell: (region) =>
              region.name === before.location ? (
                '–'
              ) : isRemoved(region) ? (
                <Button
                  size="small"
                  aria-label={t.keepRegion(nameOf(region))}
                  onClick={() => onEdit({ type: 'keepRegion', name: region.name })}
                >
                  {t.keep}
                </Button>
              ) : (
                <Button
                  size="small"
                  aria-label={t.removeRegion(nameOf(region))}
                  onClick={() => onEdit({ type: 'removeRegion', name: region.name })}
                >
                  {t.remove}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Locked({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const t = useUpdateTexts().regions
  return (
    <span className={styles.locked}>
      <LockClosedRegular className={styles.lock} aria-label={t.locked} />
      {children}
    </span>
  )
}

function encryptionText(
  before: ImageVersionPlan,
  region: TargetRegion,
  t: ReturnType<typeof useUpdateTexts>['regions'],
): string {
  const disks = ['os' as const, ...region.encryption.dataDiskImages.map(({ lun }) => lun)]
  const encrypted = disks.filter((disk) => diskEncryptionSetOf(region, disk) !== '').length
  const keys = encrypted > 0 ? t.customerKeys(encrypted) : t.platformKey
  return before.confidentialVMEncryptionType === null ? keys : `${t.confidential}, ${keys.toLowerCase()}`
}
