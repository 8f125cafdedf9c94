import type { ReactNode } from 'react'
import { useEstateTexts } from '../../../i18n/estate/use-estate-texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { EstateViews } from './EstateViews.tsx'
import { useEstateViews, type EstateView } from './use-estate-views.ts'

interface EstateFrameProps {
  view: EstateView
  /** what can be done with the view */
  actions?: ReactNode
  children: ReactNode
}

/** What the pages of the estate have in common: the heading, and links to the views, as tabs. */
export function EstateFrame({ view, actions, children }: EstateFrameProps) {
  const t = useEstateTexts()
  const names = useEstateViews()
  return (
    <>
      <PageHeader
        title={t.title}
        part={names[view]}
        subtitle={t.subtitle}
        crumbs={[]}
        overTabs
        {...(actions !== undefined && { actions })}
      />
      <EstateViews current={view} />
      {children}
    </>
  )
}
