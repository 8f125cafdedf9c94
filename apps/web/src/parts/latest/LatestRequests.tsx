import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { VersionUpdate } from '@portal/code'
import type { LatestUpdate } from '@portal/version-update'
import { lazy } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { useLatestTexts } from '../../i18n/image-versions/use-latest-texts.ts'
import { CodeBlock } from '../../ui/CodeBlock.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { CodeDisclosure } from '../code-pane/CodeDisclosure.tsx'
import { regionDisplayName } from '../resource/region-display-name.ts'

const SequenceCode = lazy(() =>
  import('../code-pane/SequenceCode.tsx').then((part) => ({ default: part.SequenceCode })),
)

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  step: { margin: 0 },
})

interface LatestRequestsProps {
  updates: LatestUpdate[]
  /** of the updates; undefined until the versions were read */
  requests: VersionUpdate[] | undefined
}

/** Every update in the order in which Azure runs them, with its exact request, and all of them as code. */
export function LatestRequests({ updates, requests }: LatestRequestsProps) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { repair, work } = useImageVersionTexts()
  const { list } = useFormats()
  const { resourceManager } = useSignedIn().configuration.cloud
  if (updates.length === 0) return null
  if (requests === undefined) return <LoadingRows rows={updates.length} height={32} />
  return (
    <div className={styles.steps}>
      <Text>{updates.length === 1 ? t.oneStep : t.steps}</Text>
      {updates.map(({ id, name, flag, regions }, index) => {
        const { apiVersion, body } = requests[index] ?? {}
        const code = `PUT ${resourceManager}${id}?api-version=${apiVersion}\n\n${JSON.stringify(body, null, 2)}`
        return (
          <div key={id}>
            <Subtitle2 as="h3" className={styles.step}>
              {`${index + 1}. ${work[flag](list(regions.map(regionDisplayName)), name)}`}
            </Subtitle2>
            <CodeDisclosure summary={repair.request}>
              <CodeBlock code={code} label={repair.requestOf(String(index + 1))} copyLabel={repair.copy} />
            </CodeDisclosure>
          </div>
        )
      })}
      <CodeDisclosure summary={t.code}>
        <SequenceCode updates={requests} />
      </CodeDisclosure>
    </div>
  )
}
