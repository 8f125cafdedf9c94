import { useSearchParams } from 'wouter'
import { EstateFrame } from '../frame/EstateFrame.tsx'
import { startOf } from './impact-address.ts'
import { ImpactContent } from './ImpactContent.tsx'
import { KeyList } from './KeyList.tsx'

/** What depends on a key, and what happens if something happens to it; without a key in the address, the keys. */
export function KeyImpactPage() {
  const [search] = useSearchParams()
  const start = startOf(search)
  return (
    <EstateFrame view="keyImpact">
      {start === undefined ? <KeyList /> : <ImpactContent key={JSON.stringify(start)} start={start} />}
    </EstateFrame>
  )
}
