import { makeStyles, tokens } from '@fluentui/react-components'
import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { keyImpactQuery } from '../../../api/key-health-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { paths } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { useKeyImpactTexts } from '../texts/use-key-impact-texts.ts'
import { Dependencies } from './chain/Dependencies.tsx'
import type { ImpactStart } from './impact-address.ts'
import { useForecast } from './what-if/use-forecast.ts'
import { WhatIfPanel } from './what-if/WhatIfPanel.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

/** The forecast about the keys of one thing, and what depends on them. */
export function ImpactContent({ start }: { start: ImpactStart }) {
  const styles = useStyles()
  const query = useQuery(keyImpactQuery(useSignedIn(), start))
  const { impact, error, refetch } = useForecast(query.data, start)
  if (query.isError) return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
  if (error !== null) return <ProblemMessage error={error} onRetry={refetch} />
  if (query.data?.facts.sets.length === 0) return <NothingFound start={start} />
  return (
    <div className={styles.content}>
      <Panel>{impact ? <WhatIfPanel impact={impact} /> : <LoadingRows rows={8} height={32} />}</Panel>
      <Panel>{impact ? <Dependencies impact={impact} start={start} /> : <LoadingRows rows={10} height={48} />}</Panel>
    </div>
  )
}

function NothingFound({ start }: { start: ImpactStart }) {
  const t = useKeyImpactTexts()
  const isOfKey = start.keyUrl !== undefined
  return (
    <Panel>
      <EmptyState
        icon={<KeyMultipleRegular />}
        title={isOfKey ? t.noneFound : t.noKeyFound}
        advice={isOfKey ? t.noneFoundAdvice : t.noKeyFoundAdvice}
        action={<RouteButton href={paths.keyImpact}>{t.allKeys}</RouteButton>}
      />
    </Panel>
  )
}
