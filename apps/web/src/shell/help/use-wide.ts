import { useMatches } from '../../ui/use-narrow.ts'

/** Whether the guide's pages are listed beside the one that is shown. */
export function useWide(): boolean {
  return useMatches('(min-width: 800px)')
}
