import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { EncryptionProof, ProvenDisk } from '@portal/code'
import { keyUrlParts } from '@portal/disk-encryption'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { storageName } from '../../../../i18n/storage-name.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useProofTexts } from '../../texts/proof-texts.ts'

const useStyles = makeStyles({
  paper: { display: 'none', '@media print': { display: 'flex', flexDirection: 'column', rowGap: '16px' } },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  line: { whiteSpace: 'nowrap' },
  // Each column is at least as wide as the longest word in it, where all of them fit.
  words: { '@media screen and (min-width: 1000px)': { overflowWrap: 'break-word' } },
})

/** What a proof says, for the screen and for paper. */
export function ProofContent({ proof: { subject, predicate } }: { proof: EncryptionProof }) {
  const styles = useStyles()
  const t = useProofTexts()
  const { imageVersion } = useTexts()
  const { number } = useFormats()
  const name = useProvenDiskName()
  const shown = useProvenValue()
  const rows = predicate.regions.flatMap((region) =>
    region.disks.map((disk, index) => ({ region, disk, isFirst: index === 0 })),
  )
  const words = (text: string) => <span className={styles.words}>{text}</span>
  const { reader, requests } = predicate
  const requestUnknown: [string, string] = [t.requested, t.words.unknown]
  const isRequestKnown = rows.some(({ disk }) => disk.requested !== 'unknown')
  const regionFacts = ({ replication, replicas, storageAccountType }: (typeof predicate.regions)[number]) =>
    replication === 'Absent'
      ? t.words.Absent
      : [
          imageVersion.replicationStates[replication],
          `${imageVersion.replicas}: ${number(replicas)}`,
          storageName(imageVersion.storageTypes, shown(storageAccountType)),
        ].join(' · ')
  return (
    <>
      <FactList
        facts={[
          [t.version, subject[0].name],
          [t.state, predicate.provisioningState],
          [t.readAt, utc(predicate.readAt)],
          [t.reader, t.readerIds(reader.objectId, reader.tenantId)],
          [t.requests, requests.flatMap(({ requestId }) => requestId ?? []).join(', ')],
          [t.digest, subject[0].digest.sha256],
          ...(isRequestKnown ? [] : [requestUnknown]),
        ]}
      />
      <DataTable
        label={t.disks}
        rows={rows}
        rowKey={({ region, disk }) => `${region.name} ${disk.disk}`}
        isMarked={({ disk: { requested, applied } }) =>
          requested !== 'unknown' && requested.toLowerCase() !== applied.toLowerCase()
        }
        columns={[
          {
            heading: t.region,
            width: isRequestKnown ? '15%' : '24%',
            cell: ({ region, isFirst }) => (
              <TwoLines
                first={<span className={styles.line}>{regionDisplayName(region.name)}</span>}
                second={isFirst && regionFacts(region)}
              />
            ),
          },
          { heading: t.disk, cell: ({ disk }) => words(name(disk.disk)) },
          ...(isRequestKnown
            ? [{ heading: t.requested, cell: ({ disk }: (typeof rows)[number]) => words(shown(disk.requested)) }]
            : []),
          { heading: t.applied, cell: ({ disk }) => words(shown(disk.applied)) },
          { heading: t.facts.key, cell: ({ disk: { key } }) => <KeyOfSet keyUrl={key} /> },
        ]}
      />
    </>
  )
}

function KeyOfSet({ keyUrl }: { keyUrl: string }) {
  const shown = useProvenValue()
  const { vaultLabel, keyName, version } = keyUrlParts(keyUrl) ?? {}
  return keyName === undefined ? shown(keyUrl) : <TwoLines first={`${vaultLabel}/${keyName}`} second={version} />
}

function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  const styles = useStyles()
  return (
    <Stack as="span" className={styles.words}>
      {first}
      <span className={styles.quiet}>{second}</span>
    </Stack>
  )
}

/** The proof alone on paper, which it brings up for printing at once. */
export function ProofOnPaper({ proof, onPrinted }: { proof: EncryptionProof; onPrinted: () => void }) {
  const styles = useStyles()
  const t = useProofTexts()
  const end = useEffectEvent(onPrinted)
  useEffect(() => {
    const printed = () => end()
    window.addEventListener('afterprint', printed)
    window.print()
    return () => window.removeEventListener('afterprint', printed)
  }, [])
  return (
    <article className={styles.paper} aria-label={t.title}>
      <Text as="h2" size={500} weight="semibold">
        {t.title}
      </Text>
      <ProofContent proof={proof} />
      <Text>
        {t.unsignedTitle}. {t.unsigned}
      </Text>
    </article>
  )
}

/** The name of a disk of a proof. */
export function useProvenDiskName(): (disk: ProvenDisk['disk']) => string {
  const t = useProofTexts()
  const name = useDiskName()
  return (disk) => (disk === 'confidential' ? t.guestState : name(disk))
}

/** A value of a proof: a word in the user's language, the name of a set, or the text itself. */
export function useProvenValue(): (value: string) => string {
  const { words } = useProofTexts()
  const known = new Map(Object.entries(words))
  return (value) => known.get(value) ?? resourceLabel(value)
}

/** `2026-11-24 10:00:00 UTC`, the same in every language and time zone. */
export function utc(instant: string): string {
  return instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
}
