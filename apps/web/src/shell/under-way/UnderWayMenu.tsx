import { makeStyles, Spinner } from '@fluentui/react-components'
import { ArrowSyncOffRegular, ArrowSyncRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import type { Configuration } from '@portal/portal-api'
import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { underWayQuery } from '../../api/account-reads.ts'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { BarPanel } from '../top-bar/BarPanel.tsx'
import { useUnderWayTexts } from './under-way-texts.ts'
import { UnderWayList } from './UnderWayList.tsx'

const useStyles = makeStyles({
  // As wide with a number as without.
  button: {
    width: '52px',
    maxWidth: '52px',
    // The icon stays where it is when a number comes.
    justifyContent: 'flex-start',
    padding: '0 4px 0 8px',
    '@media (max-width: 639px)': { width: '44px' },
  },
})

interface UnderWayMenuProps {
  account: Account
  configuration: Configuration
}

/** The user's operations in progress, on every page: their number, and a list of them in a menu. */
export function UnderWayMenu({ account, configuration }: UnderWayMenuProps) {
  const styles = useStyles()
  const t = useUnderWayTexts()
  const { number } = useFormats()
  const isWriting = useIsMutating() > 0
  const query = useQuery(underWayQuery({ account, configuration }))
  const { data, error, refetch } = query
  // A sent request is shown at once. A change of page requests nothing: the page's own calls would have to wait.
  useEffect(() => {
    if (!isWriting) void refetch({ cancelRefetch: false })
  }, [isWriting, refetch])
  const count = data?.items.length ?? 0
  const label = data === undefined && error !== null ? t.unknown : t.button(count, number(count))
  return (
    <BarPanel
      heading={t.title}
      closeLabel={t.close}
      className={styles.button}
      icon={<Icon count={count} state={data !== undefined ? 'known' : error === null ? 'asked' : 'unknown'} />}
      aria-label={label}
      title={label}
      count={count > 0 && number(count)}
    >
      {() => <UnderWayList underWay={data} error={error} onRetry={() => void refetch()} />}
    </BarPanel>
  )
}

interface IconProps {
  count: number
  state: 'known' | 'asked' | 'unknown'
}

function Icon({ count, state }: IconProps) {
  if (count > 0) return <Spinner size="extra-tiny" appearance="inverted" aria-hidden />
  switch (state) {
    case 'known':
      return <CheckmarkCircleRegular />
    case 'asked':
      return <ArrowSyncRegular />
    case 'unknown':
      return <ArrowSyncOffRegular />
  }
}
