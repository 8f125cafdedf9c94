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
  diskEncryptionSetOf,
  imageDisks,
  regionDisplayName,
  usesCustomerKeys,
  type ImageVersionPlan,
  type Inventory,
} from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'
import { nameOf } from './review-facts.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { overflowWrap: 'anywhere' },
  table: { minWidth: '480px' },
})

/** The set of every disk in every region, as it will be sent. */
export function ReviewEncryption({ plan, inventory }: { plan: ImageVersionPlan; inventory: Inventory }) {
  const styles = useStyles()
  const t = useTexts().wizard
  const hasConfidentialSets = plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  if (!usesCustomerKeys(plan) && !hasConfidentialSets)
    return <Text>{t.encryption.platformKeySummary(plan.targetRegions.length)}</Text>
  const disks = imageDisks(plan.source, inventory)

  return (
    // Focusable, so that the keyboard can scroll it where it is wider than the page.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.review.perRegion}>
      <Table size="small" className={styles.table} aria-label={t.review.perRegion}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t.replication.targetRegion}</TableHeaderCell>
            {disks.map((disk) => (
              <TableHeaderCell key={disk.key}>
                {disk.key === 'os' ? t.encryption.osDisk : t.encryption.lun(disk.key)}
                {disk.sizeInGB !== undefined && ` · ${t.encryption.size(disk.sizeInGB)}`}
              </TableHeaderCell>
            ))}
            {hasConfidentialSets && <TableHeaderCell>{t.encryption.confidentialSet}</TableHeaderCell>}
          </TableRow>
        </TableHeader>
        <TableBody>
          {plan.targetRegions.map((region, index) => (
            <TableRow key={index}>
              <TableCell className={styles.cell}>{regionDisplayName(inventory, region.name)}</TableCell>
              {disks.map((disk) => {
                const id = usesCustomerKeys(plan) ? diskEncryptionSetOf(region, disk.key) : undefined
                return (
                  <TableCell key={disk.key} className={styles.cell}>
                    {id === undefined ? t.review.platformKey : id === '' ? t.review.notSet : nameOf(id)}
                  </TableCell>
                )
              })}
              {hasConfidentialSets && (
                <TableCell className={styles.cell}>
                  {nameOf(region.encryption.secureVMDiskEncryptionSetId) || t.review.notSet}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
