import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { providerName } from '~/data/providers'
import { download } from '~/lib/download'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'

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
            {...placeButton('iam.identityProvider.downloadMetadata')}
            onClick={() =>
              download(
                new Blob([text], { type: 'application/xml' }),
                `${providerName(arn)}-metadata.xml`
              )
            }
          >
            {word('iam.identityProvider.downloadMetadata')}
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
