import type { GuideSection } from './guide-search.ts'

/** The sections of the Italian pages of the guide, by the paths of their files. */
export const textsIt = import.meta.glob<Pick<GuideSection, 'id' | 'heading' | 'text'>[]>(
  '../../../../../docs/guide/it/*.md',
  { query: '?sections', import: 'default', eager: true },
)
