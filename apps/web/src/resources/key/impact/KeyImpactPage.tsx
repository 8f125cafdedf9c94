import { useSearchParams } from 'wouter'
import { useTexts } from '../../../i18n/language.ts'
import { PageViews } from '../../../patterns/page-views/PageViews.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useEstateTexts } from '../../subscription/texts/use-estate-texts.ts'
import { startOf } from './impact-address.ts'
import { ImpactContent } from './ImpactContent.tsx'
import { KeyList } from './KeyList.tsx'

/** What depends on a key, and what happens if something happens to it; without a key in the address, the keys. */
export function KeyImpactPage() {
  const { keyImpact } = useTexts().shell.estatePages
  const { subtitle } = useEstateTexts()
  const [search] = useSearchParams()
  const start = startOf(search)
  return (
    <>
      <PageHeader title={keyImpact} subtitle={subtitle} crumbs={[]} overTabs />
      <PageViews of="keys" />
      {start === undefined ? <KeyList /> : <ImpactContent key={JSON.stringify(start)} start={start} />}
    </>
  )
}
