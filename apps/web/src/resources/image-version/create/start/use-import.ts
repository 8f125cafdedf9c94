import {
  type EncryptionProfile,
  planFromFragment,
  planOfProfile,
  type ProfileFault,
  profileFromLink,
  profileFromText,
} from '@portal/code'
import type { ImageVersionPlan } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useEffect, useMemo, useState } from 'react'
import { inventoryQuery } from '../../../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../../../api/subscription-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { importReader, type ImportOutcome, type ImportReader } from './reading/import-reader.ts'
import type { ImportQuestion } from './reading/import-worker.ts'
import { startImportWorker } from './reading/start-import-worker.ts'

/** What a link of the portal, or the file of a profile, carries. */
interface Shared {
  state: 'shared'
  /** undefined if it is damaged */
  plan: ImageVersionPlan | undefined
  /** of a profile, and why it can't be used */
  profile?: EncryptionProfile | undefined
  fault?: ProfileFault | undefined
  origin: 'link' | 'file'
}

/** What is shown of a text: nothing for none, that it is being read, or how that ended. */
export type Import = { state: 'none' } | { state: 'reading' } | ImportOutcome | Shared

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
 * The content of a text, for the definition that the user chose, otherwise for its own. Code is read in a worker, so
 * that the page stays responsive. Nothing of it is sent.
 */
export function useImport(text: string, chosenId: string | undefined): ShownImport {
  const [reader] = useState(() => importReader(startImportWorker))
  useEffect(() => {
    reader.prepare()
    return reader.close
  }, [reader])
  const shared = useShared(text)
  const [only, ...others] = useRead(subscriptionsQuery).data ?? []
  const definition = tryParseResourceId(chosenId ?? '')
  const subscriptionId = definition?.subscriptionId ?? (others.length === 0 ? (only?.subscriptionId ?? '') : '')
  const resourceGroupName = definition?.resourceGroupName ?? ''
  const question = useMemo(
    () => (shared === null ? { text, context: { subscriptionId, resourceGroupName } } : undefined),
    [shared, text, subscriptionId, resourceGroupName],
  )
  const read = useReading(reader, question)

  // Only the sets distinguish customer-managed keys from double encryption, and they are known with the definition.
  const plan = read?.state === 'read' ? read.result.plan : null
  const definitionId = chosenId ?? plan?.imageDefinitionId ?? ''
  const inventory = useRead(inventoryQuery, { imageDefinitionId: definitionId }, { enabled: definitionId !== '' })
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
  return useSettled(text.trim() === '' ? none : (shared ?? ended))
}

/** What a text carries that is no code, null for code, undefined until that is known. */
function useShared(text: string): Shared | null | undefined {
  const [found, setFound] = useState<{ text: string; shared: Shared | null }>()
  useEffect(() => {
    let isLatest = true
    const read = async () => {
      const shared = await sharedIn(text.trim())
      if (isLatest) setFound({ text, shared })
    }
    if (text.trim() !== '') void read()
    return () => {
      isLatest = false
    }
  }, [text])
  return found?.text === text ? found.shared : undefined
}

async function sharedIn(text: string): Promise<Shared | null> {
  const isLink = /^\S*#(?:plan|profile)=\S*$/.test(text)
  const origin = isLink ? 'link' : 'file'
  const read = isLink ? await profileFromLink(text) : text.includes('"profile"') ? profileFromText(text) : undefined
  // Other JSON is code.
  if (read !== undefined && (isLink || read.fault?.code !== 'Foreign'))
    return { state: 'shared', origin, plan: read.profile && planOfProfile(read.profile), ...read }
  if (!isLink) return null
  return { state: 'shared', origin, plan: (await planFromFragment(text.slice(text.indexOf('#')))) ?? undefined }
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

/**
 * The result of reading `question`, undefined while reading or if there is no question. A new question ends the reading
 * of the previous one.
 */
function useReading(reader: ImportReader, question: ImportQuestion | undefined): ImportOutcome | undefined {
  const [ended, setEnded] = useState<{ question: ImportQuestion; outcome: ImportOutcome }>()
  useEffect(() => {
    if (question === undefined) return undefined
    const reading = new AbortController()
    const read = async () => {
      const outcome = await reader.read(question, reading.signal)
      if (reading.signal.aborted) return
      setEnded({ question, outcome })
      // If another build of the portal is served by now, the page is reloaded, as for any missing chunk.
      if (outcome.state === 'unavailable') window.dispatchEvent(new Event('vite:preloadError'))
    }
    void read()
    return () => reading.abort()
  }, [reader, question])
  return ended?.question === question ? ended?.outcome : undefined
}
