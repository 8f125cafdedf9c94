import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { importPlan, isTerraform, type ImportContext, type ImportResult } from '@portal/image-version'

type ParseHcl = Parameters<typeof importPlan>[1]
const noParser: ParseHcl = () => undefined

/**
 * What a text says if it is run where `context` says. undefined while there is none, or while the parser that it needs
 * is on its way.
 */
export function useImport(text: string, context: ImportContext): ImportResult | undefined {
  const shown = useDeferredValue(text)
  const [loaded, setLoaded] = useState<ParseHcl>()
  const needsParser = loaded === undefined && isTerraform(shown)
  useEffect(() => {
    if (!needsParser) return
    // Some 430 kB that only Terraform needs. Where they do not come, the text counts as not understood.
    import('./parse-hcl.ts').then(
      ({ parseHcl }) => setLoaded(() => parseHcl),
      () => setLoaded(() => noParser),
    )
  }, [needsParser])
  const { subscriptionId, resourceGroupName, diskEncryptionSets } = context
  return useMemo(
    () =>
      shown.trim() === '' || needsParser
        ? undefined
        : importPlan(shown, loaded ?? noParser, { subscriptionId, resourceGroupName, diskEncryptionSets }),
    [shown, needsParser, loaded, subscriptionId, resourceGroupName, diskEncryptionSets],
  )
}
