import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { TagFields } from '~/components/tag-fields'
import type { StepProps } from './step'

type Props = Pick<StepProps, 'form' | 'onChange'> & {
  tagsTouched: boolean
  title?: string
}

export const TagsStep = ({ form, onChange, tagsTouched, title = 'Tags' }: Props) => (
  <Container
    header={
      <Header
        variant="h3"
        description="Tags are key-value pairs by which resources can be found, organized and authorized."
      >
        {title}
      </Header>
    }
  >
    <TagFields
      tags={form.details.tags}
      onChange={(tags) => onChange({ ...form, details: { ...form.details, tags } })}
      showErrors={tagsTouched}
    />
  </Container>
)
