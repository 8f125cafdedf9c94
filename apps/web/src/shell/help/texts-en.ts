import type { GuideSection } from './guide-search.ts'

/** The sections of the English pages of the guide, by the paths of their files. */
export const textsEn = import.meta.glob<Pick<GuideSection, 'id' | 'heading' | 'text'>[]>(
  '../../../../../docs/guide/*.md',
  { query: '?sections', import: 'default', eager: true },
)
