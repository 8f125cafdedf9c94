import { paths } from '../../../paths.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useEstateTexts } from '../../subscription/texts/use-estate-texts.ts'
import { useDiskListTexts } from '../texts/use-disk-list-texts.ts'
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
