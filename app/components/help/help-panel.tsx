import Box from '@cloudscape-design/components/box'
import HelpPanel from '@cloudscape-design/components/help-panel'
import Link from '@cloudscape-design/components/link'

import { topics } from './topics'
import type { HelpText } from './topics'

/** A topic is a plain string in the store, which knows nothing of texts. */
const texts: Record<string, HelpText> = topics

export function ConsoleHelp({ topic }: { topic: string | undefined }) {
  const text: HelpText = texts[topic ?? ''] ?? topics.home
  const { header, paragraphs, learnMore } = text
  return (
    <HelpPanel
      header={<h2>{header}</h2>}
      footer={learnMore && <LearnMore links={learnMore} />}
    >
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </HelpPanel>
  )
}

const LearnMore = ({ links }: { links: { text: string; href: string }[] }) => (
  <>
    <Box variant="h3">Learn more</Box>
    <ul>
      {links.map(({ text, href }) => (
        <li key={href}>
          <Link href={href} external externalIconAriaLabel="Opens in a new tab">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </>
)
