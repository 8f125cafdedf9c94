import { Button, makeStyles, mergeClasses, Popover, PopoverSurface, Spinner } from '@fluentui/react-components'
import { ArrowSyncOffRegular, ArrowSyncRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import type { Configuration } from '@portal/portal-api'
import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { underWayQuery } from '../../api/account-reads.ts'
import type { Account } from '../../auth/authentication.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useOnBrandButton } from '../on-brand-button.ts'
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
  surface: {
    width: '440px',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: '80vh',
    overflowY: 'auto',
    boxSizing: 'border-box',
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
  const { button } = useOnBrandButton()
  const [path] = useLocation()
  const here = `${path}?${useSearch()}`
  // Where it was opened: a link that is followed closes it.
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === here
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null)
  const isWriting = useIsMutating() > 0
  const query = useQuery(underWayQuery({ account, configuration }))
  const { data, error, refetch } = query
  // A sent request is shown at once. A change of page requests nothing: the page's own calls would have to wait.
  useEffect(() => {
    if (!isWriting) void refetch({ cancelRefetch: false })
  }, [isWriting, refetch])
  const close = () => {
    setOpenAt(undefined)
    trigger?.focus()
  }
  const count = data?.items.length ?? 0
  const label = data === undefined && error !== null ? t.unknown : t.button(count, number(count))
  return (
    <>
      <Button
        ref={setTrigger}
        className={mergeClasses(button, styles.button)}
        appearance="transparent"
        icon={<Icon count={count} state={data !== undefined ? 'known' : error === null ? 'asked' : 'unknown'} />}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpenAt(open ? undefined : here)}
      >
        {count > 0 && number(count)}
      </Button>
      {/* Mounted only while it is open: a popover at rest keeps focus traps on the page that assistive technology meets. */}
      {open && (
        <Popover open trapFocus positioning={{ target: trigger, position: 'below', align: 'end' }} onOpenChange={close}>
          <PopoverSurface className={styles.surface} aria-label={t.title}>
            <UnderWayList underWay={data} error={error} onRetry={() => void refetch()} onClose={close} />
          </PopoverSurface>
        </Popover>
      )}
    </>
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
