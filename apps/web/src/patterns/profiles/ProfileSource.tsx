import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { DocumentArrowUpRegular } from '@fluentui/react-icons'
import { longestProfile, type ProfileFault, profileFromLink, profileFromText, type ReadProfile } from '@portal/code'
import { useRef, useState } from 'react'
import { FileInput } from '../../ui/FileInput.tsx'
import { useProfileFault, useProfileTexts } from './profiles-texts.ts'

const useStyles = makeStyles({
  source: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalM },
  choose: { alignSelf: 'start' },
})

interface ProfileSourceProps {
  /** why the last file or link has no profile */
  fault: ProfileFault | undefined
  /** undefined for a field that was emptied */
  onRead: (read: ReadProfile | undefined) => void
}

/** A profile from a file or a link, read in the browser. */
export function ProfileSource({ fault, onRead }: ProfileSourceProps) {
  const styles = useStyles()
  const { applying: t } = useProfileTexts()
  const faultText = useProfileFault()
  const input = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState('')
  const [isOther, setOther] = useState(false)
  // Of two readings, the later one counts, whichever ends first.
  const latest = useRef(0)

  async function read(reading: () => Promise<ReadProfile | undefined>, isLink: boolean) {
    latest.current += 1
    const own = latest.current
    const found = await reading()
    if (own !== latest.current) return
    setOther(isLink && found === undefined)
    onRead(found)
  }
  async function ofFile(file: File): Promise<ReadProfile> {
    // A file that is too large is not read at all.
    if (file.size > longestProfile) return { fault: { code: 'TooLarge', params: {} } }
    return profileFromText(await file.text())
  }
  const problem = isOther ? t.nothingInLink : fault && faultText(fault)
  return (
    <div className={styles.source}>
      <FileInput
        ref={input}
        accept=".json,application/json"
        label={t.choose}
        onFile={(file) => {
          setLink('')
          void read(() => ofFile(file), false)
        }}
      />
      <Button className={styles.choose} icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <Field
        label={t.link}
        hint={t.linkHint}
        validationState={problem === undefined ? 'none' : 'error'}
        validationMessage={problem ?? null}
      >
        <Input
          value={link}
          autoComplete="off"
          onChange={(_, { value }) => {
            setLink(value)
            void read(
              () => (value.trim() === '' ? Promise.resolve(undefined) : profileFromLink(value.trim())),
              value.trim() !== '',
            )
          }}
        />
      </Field>
    </div>
  )
}
