import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { AppLink } from '~/components/app-link'
import { PageHeader } from '~/components/page-header'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'

import { usePageFrame } from './handle'

/** The real console has a page here; this one says plainly that it does not. */
export default function NotBuiltPage() {
  const name = usePageFrame().crumbs.at(-1)?.text ?? 'This page'
  return (
    <SpaceBetween size="l">
      <PageHeader title={name} />
      <Alert type="info" header="This page is not part of the simulation yet">
        The real console shows {name} here. Go to{' '}
        <AppLink href={pb.roles()} place="notBuilt.roles">
          {word('notBuilt.roles')}
        </AppLink>
        ,{' '}
        <AppLink href={pb.users()} place="notBuilt.users">
          {word('notBuilt.users')}
        </AppLink>{' '}
        or{' '}
        <AppLink href={pb.buckets()} place="notBuilt.buckets">
          {word('notBuilt.buckets')}
        </AppLink>{' '}
        instead.
      </Alert>
    </SpaceBetween>
  )
}
