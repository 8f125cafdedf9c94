import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, DeleteRegular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFormats } from '../../i18n/formats.ts'
import { download } from '../../ui/download.ts'
import { Message } from '../../ui/Message.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import type { KeptWorld } from '../environments/stored-environments.ts'
import { useSavedWorldTexts } from '../texts/saved-worlds-texts.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  kept: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
})

interface KeptWorldsProps {
  worlds: UseQueryResult<KeptWorld[]>
  onAsk: (asking: ({ type: 'open' } & KeptWorld) | { type: 'discard'; name: string }) => void
  /** one is being opened */
  isBusy: boolean
}

/** The states of the simulated Azure that were saved in this browser, with what can be done with each. */
export function KeptWorlds({ worlds, onAsk, isBusy }: KeptWorldsProps) {
  const styles = useStyles()
  const { dateTime } = useFormats()
  const t = useSavedWorldTexts()
  if (worlds.isError) return <Message intent="warning">{t.notKept}</Message>
  return (
    <ul className={styles.list} aria-label={t.title}>
      {worlds.data?.map((kept) => (
        <li key={kept.name} className={styles.kept}>
          <span className={styles.name}>
            <Text weight="semibold">{kept.name}</Text>
            <Quiet size={200}>{t.azureTime(dateTime(new Date(kept.world.clock.now).toISOString()))}</Quiet>
          </span>
          <Button
            size="small"
            aria-label={t.openNamed(kept.name)}
            disabledFocusable={isBusy}
            onClick={() => onAsk({ type: 'open', ...kept })}
          >
            {t.open}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            aria-label={t.downloadNamed(kept.name)}
            title={t.downloadNamed(kept.name)}
            onClick={() => download(fileNameOf(kept.name), JSON.stringify(kept.world), 'application/json')}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t.discardNamed(kept.name)}
            title={t.discardNamed(kept.name)}
            onClick={() => onAsk({ type: 'discard', name: kept.name })}
          />
        </li>
      ))}
    </ul>
  )
}

// Whatever the name is, a file can have it everywhere.
function fileNameOf(name: string): string {
  return `${
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || 'world'
  }.world.json`
}
