import { tryParseResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { inventoryQuery } from '../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { importReader, type ImportOutcome } from './reading/import-reader.ts'
import { startImportWorker } from './reading/start-import-worker.ts'
import { useReading } from './reading/use-reading.ts'

/** What the page shows of a text: nothing for none, that it is being read, or how that ended. */
export type Import = { state: 'none' } | { state: 'reading' } | ImportOutcome

interface ShownImport {
  shown: Import
  /** false if it is briefly that of the previous text */
  isCurrent: boolean
}

const none: Import = { state: 'none' }
const reading: Import = { state: 'reading' }
/** In milliseconds: a faster result, which is usual, replaces the previous one without a flicker. */
const notSaidFor = 300

/**
 * The content of a text, for the definition that the user chose, otherwise for its own; read in a worker, so that the
 * page stays responsive.
 */
export function useImport(text: string, chosenId: string | undefined): ShownImport {
  const user = useSignedIn()
  const [reader] = useState(() => importReader(startImportWorker))
  useEffect(() => {
    reader.prepare()
    return reader.close
  }, [reader])
  const [only, ...others] = useQuery(subscriptionsQuery(user)).data ?? []
  const definition = tryParseResourceId(chosenId ?? '')
  const subscriptionId = definition?.subscriptionId ?? (others.length === 0 ? (only?.subscriptionId ?? '') : '')
  const resourceGroupName = definition?.resourceGroupName ?? ''
  const question = useMemo(
    () => (text.trim() === '' ? undefined : { text, context: { subscriptionId, resourceGroupName } }),
    [text, subscriptionId, resourceGroupName],
  )
  const read = useReading(reader, question)

  // Only the sets distinguish customer-managed keys from double encryption, and they are known with the definition.
  const plan = read?.state === 'read' ? read.result.plan : null
  const definitionId = chosenId ?? plan?.imageDefinitionId ?? ''
  const inventory = useQuery({
    ...inventoryQuery(user, { imageDefinitionId: definitionId }),
    enabled: definitionId !== '',
  })
  const diskEncryptionSets = inventory.data?.diskEncryptionSets
  const questionWithSets = useMemo(
    () =>
      question && plan && diskEncryptionSets
        ? { ...question, context: { ...question.context, diskEncryptionSets } }
        : undefined,
    [question, plan, diskEncryptionSets],
  )
  const readWithSets = useReading(reader, questionWithSets)
  const ended = questionWithSets === undefined ? read : readWithSets
  return useSettled(question === undefined ? none : ended)
}

/** The last known import, also for a short time while the next is being read. */
function useSettled(ended: Import | undefined): ShownImport {
  const [last, setLast] = useState(none)
  if (ended !== undefined && ended !== last) setLast(ended)
  useEffect(() => {
    if (ended !== undefined) return undefined
    const timer = setTimeout(() => setLast(reading), notSaidFor)
    return () => clearTimeout(timer)
  }, [ended])
  return { shown: ended ?? last, isCurrent: ended !== undefined }
}
