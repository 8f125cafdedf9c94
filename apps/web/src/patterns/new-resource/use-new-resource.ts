import type { GalleryIssueCode, ImageDefinitionIssueCode } from '@portal/gallery'
import { useState } from 'react'
import { afterClick } from '../../ui/after-click.ts'
import { useNewGalleryTexts } from './new-gallery-texts.ts'

interface FieldIssue<Field> {
  field: Field
  code: GalleryIssueCode | ImageDefinitionIssueCode
}

/** The input for something new. Its issues are shown at fields that were left, and all after Create was selected. */
export function useNewResource<Draft extends object>(blank: Draft) {
  const t = useNewGalleryTexts()
  const [draft, setDraft] = useState(blank)
  const [left, setLeft] = useState<ReadonlySet<keyof Draft> | 'all'>(new Set())
  return {
    draft,
    change: (changes: Partial<Draft>) => setDraft({ ...draft, ...changes }),
    tellAll: () => setLeft('all'),
    /** a field's visible issues */
    rowsOf: (issues: FieldIssue<keyof Draft>[]) => (field: keyof Draft) => {
      const issue = left === 'all' || left.has(field) ? issues.find((one) => one.field === field) : undefined
      return {
        onBlur: () => afterClick(() => setLeft((before) => (before === 'all' ? before : new Set([...before, field])))),
        validationMessage: issue ? t.issues[issue.code] : null,
      }
    },
  }
}
