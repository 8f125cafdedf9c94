import { sameResourceId } from '@portal/portal-api'
import { elementsShowing } from '../../ui/shows.ts'

/** What is on the screen once a step is done. */
export interface Sign {
  /** of paths.ts */
  page?: string
  /** the resource in its address */
  of?: string
  /** of a wizard */
  tab?: string
  /** codes that are shown, each one; `a|b`: one of these */
  shows?: string[]
  /** codes that are no longer shown */
  gone?: string[]
}

/** Whether the page that is at `path` and `search` shows the sign now. */
export function isSeen({ page, of, tab, shows = [], gone = [] }: Sign, path: string, search: string): boolean {
  const query = new URLSearchParams(search)
  if (page !== undefined && page !== path) return false
  if (tab !== undefined && query.get('tab') !== tab) return false
  if (of !== undefined && !sameResourceId(query.get('id') ?? query.get('definition') ?? '', of)) return false
  const isShown = (code: string) => elementsShowing(code).length > 0
  return shows.every((codes) => codes.split('|').some(isShown)) && !gone.some(isShown)
}
