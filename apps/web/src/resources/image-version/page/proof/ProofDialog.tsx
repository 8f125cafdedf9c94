import { Button, makeStyles, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentArrowUpRegular, PrintRegular } from '@fluentui/react-icons'
import {
  checkedProof,
  type CheckedRow,
  type EncryptionProof,
  encryptionProofFileName,
  encryptionProofFromText,
  longestEncryptionProof,
  type ProofFault,
  withRequest,
} from '@portal/code'
import type { EffectiveRegion } from '@portal/image-version'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { imageVersionProofQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { CloseButton, Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { download } from '../../../../ui/download.ts'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useProofTexts } from '../../texts/proof-texts.ts'
import { ProofContent, useProvenDiskName, useProvenValue, utc } from './ProofContent.tsx'

const useStyles = makeStyles({ check: { alignSelf: 'start' } })

/** What was read from the latest file. */
type Opened = ReturnType<typeof encryptionProofFromText> & { count: number }

interface ProofDialogProps {
  /** of the version */
  id: string
  /** what this browser knows of the request, beside what is applied */
  encryption: EffectiveRegion[]
  onPrint: (proof: EncryptionProof) => void
  onClose: () => void
}

/** The proof of what encrypts a version, to be kept as a file or on paper; and one that was kept, checked today. */
export function ProofDialog({ id, encryption, onPrint, onClose }: ProofDialogProps) {
  const styles = useStyles()
  const t = useProofTexts()
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState<Opened>()
  const { data, error, isFetching, refetch } = useRead(imageVersionProofQuery, { id })
  const kept = opened && 'proof' in opened ? opened.proof : undefined
  const proof = data && !isFetching ? withRequest(data, encryption) : undefined
  async function open(file: File) {
    // A file that is too large is not read at all.
    const read =
      file.size > longestEncryptionProof
        ? ({ fault: { code: 'TooLarge' } } as const)
        : encryptionProofFromText(await file.text())
    setOpened((before) => ({ ...read, count: (before?.count ?? 0) + 1 }))
  }
  return (
    <Dialog
      title={t.title}
      size="large"
      isTall
      onClose={onClose}
      actions={
        <>
          {kept === undefined && (
            <>
              <Button
                appearance="primary"
                icon={<ArrowDownloadRegular />}
                disabledFocusable={proof === undefined}
                onClick={() =>
                  proof && download(encryptionProofFileName, `${JSON.stringify(proof, null, 2)}\n`, 'application/json')
                }
              >
                {t.download}
              </Button>
              <Button
                icon={<PrintRegular />}
                disabledFocusable={proof === undefined}
                onClick={() => proof && onPrint(proof)}
              >
                {t.print}
              </Button>
            </>
          )}
          <CloseButton onClick={onClose} />
        </>
      }
    >
      {kept === undefined && <Text>{t.intro}</Text>}
      <FileInput ref={input} label={t.file} accept=".json,application/json" onFile={(file) => void open(file)} />
      <Button className={styles.check} icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
        {t.check}
      </Button>
      {opened && 'fault' in opened && <Message intent="error">{faultText(opened.fault, t)}</Message>}
      {kept === undefined ? (
        <>
          <Message intent="info" title={t.unsignedTitle}>
            {t.unsigned}
          </Message>
          {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
          {isFetching && <LoadingRows rows={6} />}
          {proof && <ProofContent proof={proof} />}
        </>
      ) : (
        <Checked key={opened?.count} kept={kept} />
      )}
    </Dialog>
  )
}

/** Reads the version of a kept proof again, with the user's rights, whichever it is. */
function Checked({ kept }: { kept: EncryptionProof }) {
  const query = imageVersionProofQuery(useSignedIn(), { id: kept.subject[0].name })
  const { data, error, isFetching, refetch } = useQuery(query)
  if (isFetching) return <LoadingRows rows={6} />
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return data && <CheckedRows kept={kept} today={data} />
}

function faultText(fault: ProofFault, t: ReturnType<typeof useProofTexts>): string {
  const text = t.faults[fault.code]
  return 'field' in fault && fault.field !== '' ? t.field(text, fault.field) : text
}

/** What of a kept proof is still so, region by region and disk by disk. */
function CheckedRows({ kept, today }: { kept: EncryptionProof; today: EncryptionProof }) {
  const t = useProofTexts()
  const { number } = useFormats()
  const name = useProvenDiskName()
  const shown = useProvenValue()
  const rows = checkedProof(kept, today)
  const isSameJson = kept.subject[0].digest.sha256 === today.subject[0].digest.sha256
  const all = rows.flatMap((row) => row.changed)
  const changes = all.length
  // Keys and the progress aren't in the JSON that the digest is of.
  const isAltered = isSameJson && all.some(({ fact }) => !['key', 'keyVersion', 'replication'].includes(fact))
  const changeText = ({ fact, before, now }: CheckedRow['changed'][number]) => {
    if (before === undefined) return t.added
    return now === undefined ? t.gone : t.change(t.facts[fact], shown(before), shown(now))
  }
  return (
    <>
      <Text weight="semibold">{t.checked(resourceLabel(kept.subject[0].name), utc(kept.predicate.readAt))}</Text>
      <Message
        intent={changes === 0 ? 'success' : 'warning'}
        title={changes === 0 ? t.unchanged : t.changed(changes, number(changes))}
      >
        {isAltered ? t.altered : isSameJson ? t.sameJson : t.otherJson} {t.asAttested}{' '}
        {rows.some(({ unknown }) => unknown.length > 0) && t.notRead}
      </Message>
      <DataTable
        label={t.disks}
        rows={rows}
        rowKey={({ region, disk = '' }) => `${region} ${disk}`}
        isMarked={({ changed }) => changed.length > 0}
        columns={[
          { heading: t.region, cell: ({ region }) => regionDisplayName(region) },
          { heading: t.disk, cell: ({ disk }) => (disk === undefined ? t.wholeRegion : name(disk)) },
          { heading: t.stillSo, cell: ({ same }) => same.map((fact) => t.facts[fact]).join(', ') || '–' },
          {
            heading: t.changes,
            cell: ({ changed, unknown }) =>
              [...changed.map(changeText), ...unknown.map((fact) => t.unknownFact(t.facts[fact]))].join('; ') || '–',
          },
        ]}
      />
    </>
  )
}
