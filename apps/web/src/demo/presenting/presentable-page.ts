import { scenarioId } from '@portal/portal-api'
import { demoStartPath, isHelpPath, movedTo, paths } from '../../paths.ts'

// `tour` is for who doesn't know the names of scenarios.
const starts = [...scenarioId.options, 'tour'].map(demoStartPath)
const opened = new Set<string>([...Object.values(paths), ...starts])
opened.delete(paths.presenter)
opened.delete(paths.demoStart)

/** Whether the address leads to a page of the portal that a script can show: any but the presenter's own. */
export function isPresentablePage(address: string): boolean {
  const origin = 'https://portal.example'
  const url = URL.parse(address, origin)
  if (url === null || url.origin !== origin || !address.startsWith('/')) return false
  const { pathname } = new URL(movedTo(url.pathname, url.searchParams) ?? address, origin)
  return opened.has(pathname) || isHelpPath(pathname)
}
