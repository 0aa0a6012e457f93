import Link from '@cloudscape-design/components/link'

import type { HelpTopic } from '~/components/help/topics'
import { openHelp } from '~/stores/help'

type Props = {
  topic: HelpTopic
  /** What it is about, for those who hear many links called Info. */
  about: string
}

export const InfoLink = ({ topic, about }: Props) => (
  <Link variant="info" ariaLabel={`Info about ${about}`} onFollow={() => openHelp(topic)}>
    Info
  </Link>
)
