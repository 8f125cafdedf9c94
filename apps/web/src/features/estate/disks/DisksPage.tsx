import { useDiskListTexts } from '../../../i18n/estate/use-disk-list-texts.ts'
import { useEstateTexts } from '../../../i18n/estate/use-estate-texts.ts'
import { InSubscriptions } from '../../../parts/resource-list/InSubscriptions.tsx'
import { paths } from '../../../paths.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { DiskList } from './DiskList.tsx'

/** The disks from image versions, of a subscription or of all: what the posture counts. */
export function DisksPage() {
  const { title } = useEstateTexts()
  const t = useDiskListTexts()
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} crumbs={[{ text: title, href: paths.estate }]} />
      <Panel>
        <InSubscriptions>{(chosen) => <DiskList {...chosen} />}</InSubscriptions>
      </Panel>
    </>
  )
}
