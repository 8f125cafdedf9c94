import { locksAgainst } from '@portal/gallery'
import { useQueries } from '@tanstack/react-query'
import { resourceLocksQuery } from '../../api/gallery-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { Message } from '../../ui/Message.tsx'
import { useLockNames, useProtectionTexts } from './protection-texts.ts'

/** The locks that forbid to change one of the versions, before the change is sent; nothing if none does. */
export function LocksBefore({ versionIds }: { versionIds: readonly string[] }) {
  const t = useProtectionTexts().before
  const { lockLabel } = useLockNames()
  const { list } = useFormats()
  const user = useSignedIn()
  const read = useQueries({ queries: versionIds.map((id) => resourceLocksQuery(user, { id })) })
  const found = read.flatMap(({ data }) => locksAgainst('change', data?.locks ?? []))
  if (found.length === 0) return null
  return (
    <Message intent="warning" title={t.title}>
      {t.text(list([...new Set(found.map(lockLabel))]))}
    </Message>
  )
}
