import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
} from '@fluentui/react-components'
import {
  imageDisks,
  regionDisplayName,
  usesCustomerKeys,
  type DiskKey,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { diskGroups, rangesOf } from './disk-groups.ts'
import { resourceLabel } from '../resource-label.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { overflowWrap: 'anywhere' },
  table: { minWidth: '480px' },
})

/** The sets of every region of a plan, each with its disks. */
export function SetsByRegion({ plan, inventory }: { plan: ImageVersionPlan; inventory: Inventory }) {
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const hasConfidentialSets = plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  if (!usesCustomerKeys(plan) && !hasConfidentialSets)
    return <Text>{t.encryption.platformKeySummary(plan.targetRegions.length)}</Text>
  const disks = imageDisks(plan.source, inventory).map(({ key }) => key)
  const setName = (id: string | undefined) =>
    id === undefined ? t.review.platformKey : id === '' ? t.review.notSet : resourceLabel(id)
  const diskNames = (group: DiskKey[]) => {
    const luns = group.filter((disk) => disk !== 'os')
    return [
      ...(group.includes('os') ? [t.encryption.osDisk] : []),
      ...(luns.length > 0 ? [t.encryption.lun(rangesOf(luns))] : []),
    ].join(', ')
  }
  const rows = plan.targetRegions.flatMap((region, index) =>
    [
      ...diskGroups(plan, index, disks).map((group) => ({
        set: setName(group.diskEncryptionSetId),
        disks: diskNames(group.disks),
      })),
      ...(hasConfidentialSets
        ? [{ set: setName(region.encryption.secureVMDiskEncryptionSetId), disks: t.encryption.confidentialSet }]
        : []),
    ].map((row) => ({ ...row, region: regionDisplayName(inventory, region.name) })),
  )

  return (
    // Focusable, so that the keyboard can scroll it where it is wider than the page.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.review.perRegion}>
      <Table size="small" className={styles.table} aria-label={t.review.perRegion}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t.replication.targetRegion}</TableHeaderCell>
            <TableHeaderCell>{t.review.disks}</TableHeaderCell>
            <TableHeaderCell>{t.review.set}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ region, disks: names, set }, index) => (
            <TableRow key={index}>
              <TableCell className={styles.cell}>{region}</TableCell>
              <TableCell className={styles.cell}>{names}</TableCell>
              <TableCell className={styles.cell}>{set}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
