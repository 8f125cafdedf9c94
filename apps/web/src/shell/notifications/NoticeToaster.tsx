import {
  Link,
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  tokens,
  useId,
  useToastController,
} from '@fluentui/react-components'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Link as RouterLink } from 'wouter'
import { useFormats } from '../../i18n/formats.ts'
import { noticeTexts } from './notice-texts.ts'
import { noticeKey, type Notice } from './notice.ts'
import { useNotificationsTexts } from './notifications-texts.ts'

/** How long a success stays, in ms. A failure stays until it is dismissed. */
const stays = 8000
/** How many are shown at once besides failures: the list of notifications has the others. */
const mostAtOnce = 3

const useStyles = makeStyles({
  // Below the bars and the commands of a page, which stay within reach.
  toaster: { maxWidth: 'calc(100vw - 16px)' },
  body: { overflowWrap: 'anywhere' },
  footer: { columnGap: tokens.spacingHorizontalL },
})

interface NoticeToasterProps {
  /** the latest first */
  notices: readonly Notice[]
  onOpen: (key: string) => void
  /** called when each of them has been shown once */
  onShown: () => void
}

/** Shows notices for a while, and announces them: a failure at once, all else when the screen reader has finished. */
export function NoticeToaster({ notices, onOpen, onShown }: NoticeToasterProps) {
  const styles = useStyles()
  const t = useNotificationsTexts()
  const { number } = useFormats()
  const toasterId = useId('notices')
  const { dispatchToast, dismissToast } = useToastController(toasterId)
  /** the keys of those that are shown and no failures */
  const passing = useRef(new Set<string>())

  const show = useEffectEvent((notice: Notice) => {
    const key = noticeKey(notice)
    const { intent, title, details, href } = noticeTexts(notice, t, number)
    if (intent !== 'error') {
      if (passing.current.size >= mostAtOnce) return
      passing.current.add(key)
    }
    const open = () => {
      onOpen(key)
      dismissToast(key)
    }
    dispatchToast(
      <Toast>
        <ToastTitle>{title}</ToastTitle>
        {details.length > 0 && (
          <ToastBody className={styles.body}>
            {details.map((detail) => (
              <div key={detail}>{detail}</div>
            ))}
          </ToastBody>
        )}
        <ToastFooter className={styles.footer}>
          <RouterLink href={href} onClick={open} asChild>
            <Link>{t.open}</Link>
          </RouterLink>
          <Link as="button" onClick={() => dismissToast(key)}>
            {t.dismiss}
          </Link>
        </ToastFooter>
      </Toast>,
      {
        toastId: key,
        intent,
        timeout: intent === 'error' ? -1 : stays,
        politeness: intent === 'error' ? 'assertive' : 'polite',
        pauseOnHover: true,
        pauseOnWindowBlur: true,
        onStatusChange: (_, { status }) => void (status === 'unmounted' && passing.current.delete(key)),
      },
    )
  })
  const shown = useEffectEvent(onShown)

  useEffect(() => {
    for (const notice of notices.toReversed()) show(notice)
    if (notices.length > 0) shown()
  }, [notices])

  return (
    <Toaster
      toasterId={toasterId}
      position="top-end"
      offset={{ horizontal: 8, vertical: 156 }}
      className={styles.toaster}
      aria-label={t.title}
    />
  )
}
