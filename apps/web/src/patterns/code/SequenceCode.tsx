import { sequenceExporters, type VersionUpdate } from '@portal/code'
import { useCallback } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { CodePane } from './CodePane.tsx'

type Language = keyof typeof sequenceExporters

const languages = Object.keys(sequenceExporters).filter((name): name is Language => name in sequenceExporters)

/** Updates of several versions as code, each after the one before. */
export function SequenceCode({ updates }: { updates: VersionUpdate[] }) {
  const { cloud } = useSignedIn().configuration
  const write = useCallback((language: Language) => sequenceExporters[language](updates, cloud), [updates, cloud])
  return <CodePane languages={languages} write={write} />
}
