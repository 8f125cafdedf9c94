import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { CampaignItem } from '@portal/campaign'
import { tryParseResourceId, type CampaignAnswer, type CampaignStatement } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { diskEncryptionSetPath } from '../../../paths.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { labelWithGallery, resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { StatementWriters } from '../parts/StatementWriters.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { statementSets } from './statement-sets.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '240px', overflowY: 'auto' },
  versions: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '96px', overflowY: 'auto' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
})

interface Props {
  answer: CampaignAnswer
  statement: CampaignStatement
}

/**
 * What a campaign asks for, and of whom: its group, its versions, its sets with their keys, regions and disks, and who
 * wrote its statement.
 */
export function StatementFacts({ answer, statement: { sets, writes } }: Props) {
  const styles = useStyles()
  const t = useCampaignTexts().statement
  const { wizard } = useWizardTexts()
  const diskName = useDiskName()
  const { list } = useFormats()
  const { campaign, id } = answer
  const keyOf = (setId: string) => sets.find((set) => set.id.toLowerCase() === setId.toLowerCase())
  return (
    <FactList
      facts={[
        [t.group, tryParseResourceId(id)?.resourceGroupName],
        [t.startedBy, <StatementWriters key="writers" writes={writes} />],
        [
          t.versions,
          <ul key="versions" className={styles.versions} tabIndex={0} aria-label={t.versions}>
            {campaign.items.map((item) => (
              <li key={item.predecessorId}>{versionText(item)}</li>
            ))}
          </ul>,
        ],
        [t.type, wizard.encryption.types[campaign.encryptionType]],
        [
          t.sets,
          // A list that scrolls is reached with the keyboard.
          <ul key="sets" className={styles.list} tabIndex={0} aria-label={t.sets}>
            {statementSets(campaign, id).map(({ id: setId, otherGroup, regions }) => (
              <li key={setId}>
                <RouteLink href={diskEncryptionSetPath(setId)}>{resourceLabel(setId)}</RouteLink>
                {otherGroup !== undefined && <StateLabel look="warning">{t.otherGroup(otherGroup)}</StateLabel>}
                <Text className={styles.quiet}>{keyText(keyOf(setId), t)}</Text>
                {regions.map(({ name, disks }) => (
                  <Text key={name} className={styles.quiet}>
                    {t.use(regionDisplayName(name), list(disks.map(diskName)))}
                  </Text>
                ))}
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  )
}

function versionText(item: CampaignItem): string {
  return `${labelWithGallery(item.predecessorId)} → ${item.name}`
}

function keyText(
  set: CampaignStatement['sets'][number] | undefined,
  t: ReturnType<typeof useCampaignTexts>['statement'],
): string {
  return set === undefined ? t.noSet : t.key(set.keyVaultName, set.keyName)
}
