import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { providerName } from '~/data/providers'
import { download } from '~/lib/download'

type Props = { arn: string; text: string }

/** Metadata may be as long as a book. */
const SHOWN = 4000

export const Metadata = ({ arn, text }: Props) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Button
            onClick={() =>
              download(
                new Blob([text], { type: 'application/xml' }),
                `${providerName(arn)}-metadata.xml`
              )
            }
          >
            Download metadata document
          </Button>
        }
      >
        Metadata document
      </Header>
    }
  >
    <section aria-label="Metadata document" className="u-pre">
      <Box variant="code">
        {text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || '-'}
      </Box>
    </section>
  </Container>
)
