import type { UnderWay, UnderWayItem } from '@portal/portal-api'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useFormats } from '../../i18n/formats.ts'
import { useUnderWayTexts } from '../../i18n/portal/use-under-way-texts.ts'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { itemName, itemPath } from './item-place.ts'

/**
 * Announces once to a screen reader what has ended while the user was on another page; the resource's own page
 * announces it itself.
 */
export function UnderWayAnnouncer({ underWay }: { underWay: UnderWay | undefined }) {
  const t = useUnderWayTexts()
  const { list } = useFormats()
  const [path] = useLocation()
  const here = `${path}?${useSearch()}`
  const before = useRef<UnderWayItem[]>([])
  const [ended, setEnded] = useState<string[]>([])
  useEffect(() => {
    if (underWay === undefined) return
    const running = new Set(underWay.items.map(({ id }) => id))
    const gone = before.current.filter((item) => !running.has(item.id) && itemPath(item) !== here)
    before.current = underWay.items
    if (gone.length > 0) setEnded(gone.map(itemName))
  }, [underWay, here])
  return (
    <ReadOutOnly>
      <div role="status">{ended.length > 0 && t.finished(list(ended))}</div>
    </ReadOutOnly>
  )
}
