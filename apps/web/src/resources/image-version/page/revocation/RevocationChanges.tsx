import { makeStyles, tokens } from '@fluentui/react-components'
import { imageVersionApiVersion, revocationTags } from '@portal/image-version'
import { type ChangedFact, versionDifferences } from '@portal/version-update'
import { useMemo } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { Heading } from '../../../../ui/Heading.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'
import { revocationBody, type RevocationRequest } from './sent-revocation.ts'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' } })

/** What the request changes, and the request itself as code. */
export function RevocationChanges({ request }: { request: RevocationRequest }) {
  const styles = useStyles()
  const t = useRevocationTexts().changes
  const line = useChangeLine()
  const { version } = request.stored
  const body = useMemo(() => revocationBody(request), [request])
  const updates = useMemo(() => [{ id: version.id, apiVersion: imageVersionApiVersion, body }], [version.id, body])
  return (
    <Stack gap="XS" shrinks>
      <Heading as="h3" isSmall>
        {t.heading}
      </Heading>
      <ul className={styles.list}>
        {versionDifferences(version, body)
          .map((fact) => [fact.field, line(fact)] as const)
          .filter(([, text]) => text !== undefined)
          .map(([field, text]) => (
            <li key={field}>{text}</li>
          ))}
      </ul>
      <CodeDisclosure>
        <Code updates={updates} />
      </CodeDisclosure>
    </Stack>
  )
}

function useChangeLine(): (fact: ChangedFact) => string | undefined {
  const t = useRevocationTexts().changes
  const { date, dateTime } = useFormats()
  return ({ field, before, after }) => {
    const said = (value: string) => value || t.none
    switch (field) {
      case 'publishingProfile.excludeFromLatest':
        return `${t.excludeFromLatest}: ${t.from(before ? t.yes : t.no, after ? t.yes : t.no)}`
      case 'publishingProfile.endOfLifeDate': {
        const day = (value: string) => (value === '' ? t.none : date(value))
        return `${t.endOfLifeDate}: ${t.from(day(before), day(after))}`
      }
      // JSON, from which the revocation is undone; once it is undone, nothing is to say of it.
      case `tags.${revocationTags.before}`:
        return after === '' ? undefined : `${t.undoable}: ${t.yes}`
      case `tags.${revocationTags.date}`: {
        const time = (value: string) => (Number.isNaN(Date.parse(value)) ? said(value) : dateTime(value))
        return `${t.tag(revocationTags.date)}: ${t.from(time(before), time(after))}`
      }
      default:
        return `${field.startsWith('tags.') ? t.tag(field.slice('tags.'.length)) : field}: ${t.from(said(before), said(after))}`
    }
  }
}
