import { updateExporters, type VersionUpdate } from '@portal/code'
import { useCallback } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { CodePane } from './CodePane.tsx'

type Language = keyof typeof updateExporters

const languages = Object.keys(updateExporters).filter((name): name is Language => name in updateExporters)

/** A change of a version as code, each time the whole body, so that no encryption is lost. */
export function UpdateCode({ update }: { update: VersionUpdate }) {
  const { cloud } = useSignedIn().configuration
  const write = useCallback((language: Language) => updateExporters[language](update, cloud), [update, cloud])
  return <CodePane languages={languages} write={write} />
}
