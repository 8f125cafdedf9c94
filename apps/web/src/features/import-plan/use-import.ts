import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { tryParseResourceId } from '@portal/portal-api'
import { importPlan, isTerraform, type ImportResult } from '@portal/image-version'
import { inventoryQuery, subscriptionsQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

type ParseHcl = Parameters<typeof importPlan>[1]
const noParser: ParseHcl = () => undefined

/**
 * What a text says, aimed at the definition that the user chose, else at its own. undefined while there is no text, or
 * while the parser that it needs is on its way.
 */
export function useImport(text: string, chosenId: string | undefined): ImportResult | undefined {
  const user = useSignedIn()
  const shown = useDeferredValue(text)
  const parseHcl = useHclParser(isTerraform(shown))
  const [only, ...others] = useQuery(subscriptionsQuery(user)).data ?? []
  const definition = tryParseResourceId(chosenId ?? '')
  const subscriptionId = definition?.subscriptionId ?? (others.length === 0 ? (only?.subscriptionId ?? '') : '')
  const resourceGroupName = definition?.resourceGroupName ?? ''
  const read = useMemo(() => {
    const isReadable = shown.trim() !== '' && parseHcl !== undefined
    return isReadable ? importPlan(shown, parseHcl, { subscriptionId, resourceGroupName }) : undefined
  }, [shown, parseHcl, subscriptionId, resourceGroupName])

  // Only the sets tell customer-managed keys from double encryption, and they are known with the definition.
  const definitionId = chosenId ?? read?.plan?.imageDefinitionId ?? ''
  const inventory = useQuery({ ...inventoryQuery(user, definitionId), enabled: definitionId !== '' })
  const diskEncryptionSets = inventory.data?.diskEncryptionSets
  return useMemo(
    () =>
      read?.plan && parseHcl && diskEncryptionSets
        ? importPlan(shown, parseHcl, { subscriptionId, resourceGroupName, diskEncryptionSets })
        : read,
    [read, shown, parseHcl, subscriptionId, resourceGroupName, diskEncryptionSets],
  )
}

/** The parser of Terraform, some 430 kB, if it is needed; undefined while it comes. */
function useHclParser(isNeeded: boolean): ParseHcl | undefined {
  const [loaded, setLoaded] = useState<ParseHcl>()
  useEffect(() => {
    if (!isNeeded) return
    // Where it does not come, the text counts as not understood.
    import('./parse-hcl.ts').then(
      ({ parseHcl }) => setLoaded(() => parseHcl),
      () => setLoaded(() => noParser),
    )
  }, [isNeeded])
  return loaded ?? (isNeeded ? undefined : noParser)
}
