import { SearchRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader, type Crumb } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The page of a resource that Azure does not list for this account. */
export function NotInAzure({ title, crumbs }: { title: string; crumbs: Crumb[] }) {
  const { problems } = useTexts()
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <Panel>
        <EmptyState
          icon={<SearchRegular />}
          title={problems.NotFoundInAzure.title}
          advice={problems.NotFoundInAzure.advice}
        />
      </Panel>
    </>
  )
}
