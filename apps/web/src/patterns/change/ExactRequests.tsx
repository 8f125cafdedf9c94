import { Text } from '@fluentui/react-components'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { CodeBlock } from '../../ui/CodeBlock.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { CodeDisclosure } from '../code/CodeDisclosure.tsx'
import { useChangeTexts } from './change-texts.ts'

interface ExactRequest {
  title: string
  /** of the resource */
  id: string
  apiVersion: string
  /** PUT unless it is stated */
  method?: 'DELETE'
  body?: object
}

interface ExactRequestsProps {
  intro: string
  /** in the order in which Azure gets them */
  steps: readonly ExactRequest[]
}

/** What a change sends, step by step: what each does and, behind a disclosure, its exact request. */
export function ExactRequests({ intro, steps }: ExactRequestsProps) {
  const t = useChangeTexts()
  const { resourceManager } = useSignedIn().configuration.cloud
  return (
    <Stack gap="M" shrinks>
      <Text>{intro}</Text>
      {steps.map(({ title, id, apiVersion, method = 'PUT', body }, index) => (
        <div key={title}>
          <Heading as="h3">{`${index + 1}. ${title}`}</Heading>
          <CodeDisclosure summary={t.request}>
            <CodeBlock
              code={`${method} ${resourceManager}${id}?api-version=${apiVersion}${body === undefined ? '' : `\n\n${JSON.stringify(body, null, 2)}`}`}
              label={t.requestOf(String(index + 1))}
              copyLabel={t.copyRequest}
            />
          </CodeDisclosure>
        </div>
      ))}
    </Stack>
  )
}
