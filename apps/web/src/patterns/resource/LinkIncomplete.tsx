import { LinkDismissRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { galleriesPath } from '../../paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'

/** The page for an address that names no resource of the kind the page is about. */
export function LinkIncomplete() {
  const { failure, product } = useTexts()
  return (
    <>
      <PageHeader title={product} crumbs={[]} />
      <EmptyState
        icon={<LinkDismissRegular />}
        title={failure.linkIncomplete}
        advice={failure.linkIncompleteAdvice}
        action={<RouteButton href={galleriesPath()}>{failure.toGalleries}</RouteButton>}
      />
    </>
  )
}
