import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Copyable } from '~/components/copyable'

type Props = { secret: string; what: string }

/** Stars until somebody wants to see it; it can be copied either way. */
export function SecretValue({ secret, what }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Copyable text={secret} what={what} display={shown ? secret : '************'} />
      <Link
        onFollow={() => setShown(!shown)}
        ariaLabel={`${shown ? 'Hide' : 'Show'} ${what}`}
      >
        {shown ? 'Hide' : 'Show'}
      </Link>
    </SpaceBetween>
  )
}
