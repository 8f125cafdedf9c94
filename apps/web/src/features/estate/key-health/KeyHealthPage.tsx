import { useQuery } from '@tanstack/react-query'
import { keyCheckQuery } from '../../../api/overview-queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useKeyHealthTexts } from '../../../i18n/estate/use-key-health-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { keyHealthOf } from '../../../parts/readiness/key-health.ts'
import { KeyHealthLabel } from '../../../parts/readiness/KeyHealthLabel.tsx'
import { diskEncryptionSetPath } from '../../../paths.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { EstateFrame } from '../frame/EstateFrame.tsx'

/** The disk encryption sets that a few calls can check, with the health of their keys. */
export function KeyHealthPage() {
  const t = useKeyHealthTexts()
  const { number } = useFormats()
  const { data, error, refetch } = useQuery(keyCheckQuery(useSignedIn()))
  return (
    <EstateFrame view="keyHealth">
      <Panel>
        <Section
          title={t.title}
          {...(data && { description: t.checked(number(data.sets.length), number(data.total)) })}
        >
          {data && (
            <DataTable
              label={t.title}
              columns={[
                {
                  heading: t.set,
                  cell: ({ id, name }) => <RouteLink href={diskEncryptionSetPath(id)}>{name}</RouteLink>,
                },
                {
                  heading: t.health,
                  cell: ({ facts, ...set }) => <KeyHealthLabel health={keyHealthOf(set, facts, data.now)} />,
                },
              ]}
              rows={data.sets}
              rowKey={({ id }) => id}
            />
          )}
          {error && <ProblemMessage error={error} onRetry={() => void refetch()} />}
          {!data && !error && <LoadingRows rows={6} height={48} />}
        </Section>
      </Panel>
    </EstateFrame>
  )
}
