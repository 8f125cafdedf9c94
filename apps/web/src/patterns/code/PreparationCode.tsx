import { isPreparationLanguage, preparationExporters } from '@portal/code'
import type { Preparation } from '@portal/disk-encryption'
import { useCallback } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { CodePane } from './CodePane.tsx'

type Language = keyof typeof preparationExporters

const languages = Object.keys(preparationExporters).filter((name): name is Language => name in preparationExporters)

/** Disk encryption sets, with all that they need, as code. */
export function PreparationCode({ preparation }: { preparation: Preparation }) {
  const { cloud } = useSignedIn().configuration
  const write = useCallback(
    (language: Language) => preparationExporters[language](preparation, cloud),
    [preparation, cloud],
  )
  return (
    <CodePane languages={languages.filter((language) => isPreparationLanguage(language, preparation))} write={write} />
  )
}
